/** Stands for the processing activity until the protection officer has named it: no purpose but collection. */
export const activityToBeNamed = 'to-be-named'
