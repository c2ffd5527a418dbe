import '../../../shared/contract/without-eval.ts'
import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { messagesIn } from '../../../shared/messages/index.ts'
import { CopyContext } from '../../../renderer/ui/copy.ts'
import { UiLanguage } from '../../../renderer/ui/UiLanguage.tsx'
import { Gallery } from './components/Gallery.tsx'

/** Every component of `renderer/ui` in every state, for people to look at: `npm run gallery`. */
const root = document.getElementById('root')
const chapter = location.hash.replace(/^#\/?/, '')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiLanguage locale="en-GB" words={messagesIn('en').ui}>
        <CopyContext value={async () => true}>
          <Gallery chapter={chapter} />
        </CopyContext>
      </UiLanguage>
    </StrictMode>,
  )
}
window.addEventListener('hashchange', () => location.reload())
