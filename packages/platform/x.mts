import { fillNode, serveSdmx } from './src/exchange/testing-sdmx-routes.ts'
import { openNode } from './src/store/index.ts'
import { existsSync } from 'node:fs'
const there=existsSync('/tmp/fsdmx/walk/register')
const node=await openNode({root:'/tmp/fsdmx/walk',role:'command',registerUrl:'',memoryLimit:256*2**20})
if(!there) await fillNode(node)
const server=serveSdmx(node)
await server.listen({port:7799,host:'127.0.0.1'}); console.log('up')
process.on('SIGTERM',async()=>{await server.close();await node.close();process.exit()})
