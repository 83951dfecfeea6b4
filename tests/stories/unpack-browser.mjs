// Unpacks the browser of npm's @sparticuz/chromium into TMPDIR and prints where it lies. A process
// of its own, because the package reads and changes the environment as it is loaded: this name
// makes it unpack the libraries, too, that a bare machine lacks.
process.env['CODEBUILD_BUILD_IMAGE'] = 'nodejs20'
const { default: chromium } = await import('@sparticuz/chromium')
process.stdout.write(await chromium.executablePath())
