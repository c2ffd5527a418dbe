import '../shared/contract/without-eval.ts'
import './styles/tokens.css'
import './styles/base.css'
import { mountPage } from './app/mount.tsx'

const root = document.getElementById('root')
if (root) mountPage(root, globalThis.adeDesk)
