import { z } from 'zod'
import { call, push, type } from './define.ts'

/** A report of a long diagnosis has some tens of kilobytes. */
const MAX_PRINTED_HTML = 2 * 1024 * 1024

/** What only a desktop can do. Served by the shell, not by the core; the core never mentions windows. */
export const desktop = {
  shell: {
    info: call({
      input: z.strictObject({}),
      output: type<{ readonly shell: 'electron' | 'browser'; readonly platform: 'darwin' | 'win32' | 'linux' }>(),
    }),

    /** Asks the person where to save; null when they change their mind. Browser shell: a name in the download folder. */
    chooseSavePath: call({
      input: z.strictObject({ suggestedName: z.string().max(200), title: z.string().max(200) }),
      output: type<string | null>(),
    }),

    /** Asks the person for a file to read; null when they change their mind. Where there is no such dialog: null. */
    chooseOpenPath: call({
      input: z.strictObject({ title: z.string().max(200), extensions: z.array(z.string().max(20)).max(10) }),
      output: type<string | null>(),
    }),

    /** Writes a text the page shows anyway (a certificate) to a path from `chooseSavePath`; any other path is refused. */
    saveText: call({
      input: z.strictObject({ path: z.string().max(4096), text: z.string().max(1024 * 1024) }),
      output: type<null>(),
      fails: ['file.unwritable'],
    }),

    /** Draws a document of this program as PDF, at a path from `chooseSavePath`. Scripts in it do not run, nothing is loaded. */
    savePdf: call({
      input: z.strictObject({ path: z.string().max(4096), html: z.string().max(MAX_PRINTED_HTML) }),
      output: type<null>(),
      fails: ['file.unwritable', 'pdf.failed'],
    }),

    /** Opens an https address in the person's own browser. Others are refused as bad input. */
    openLink: call({ input: z.strictObject({ url: z.string().max(2000) }), output: type<null>() }),

    /** Shows a file this program wrote in the platform's file manager. */
    revealFile: call({ input: z.strictObject({ path: z.string().max(4096) }), output: type<null>() }),

    /** Shows the folder of the data or of the logs in the platform's file manager. */
    openFolder: call({ input: z.strictObject({ folder: z.enum(['data', 'logs']) }), output: type<null>() }),

    /**
     * One file without secrets, for whoever helps: versions, settings, the last log lines, runs, plain facts of the store.
     * At a path from `chooseSavePath`.
     */
    saveDiagnostics: call({
      input: z.strictObject({ path: z.string().max(4096) }),
      output: type<null>(),
      fails: ['file.unwritable'],
    }),

    /**
     * Starts the built-in simulator with a store of its own in a throw-away folder and shows that in place of the data
     * of this program, until `leaveDemo`. Answered once the demo is there; then the window changes.
     */
    openDemo: call({ input: z.strictObject({}), output: type<null>() }),

    /** Ends the demo, forgets it and shows the program's own data again. */
    leaveDemo: call({ input: z.strictObject({}), output: type<null>() }),

    /** What a link (`adedesk://device/SERIAL`), the menu or the tray asks the page to show: an address of the page. */
    opened: push<{ readonly address: string }>(),

    /** The menu asks for a part of the window that is not a place. */
    asked: push<{ readonly what: 'palette' | 'key-map' }>(),
  },
} as const
