import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens a place in a file with the program that the system has for it. */
export type Open = (path: string, place: string) => void;

/** The command that opens addresses on a system; null where there is no screen to open them on, as on servers and in CI. */
export function openerOf(platform: string, { CI, DISPLAY, WAYLAND_DISPLAY }: Environment): string | null {
  if (CI) return null;
  if (platform === "darwin") return "open";
  return platform === "linux" && (DISPLAY || WAYLAND_DISPLAY) ? "xdg-open" : null;
}

/** Makes the function that opens files with a command. What becomes of it is no concern of ours: the path is printed as well. */
export function openWith(command: string): Open {
  return (path, place) => {
    const address = pathToFileURL(resolve(path)).href + place;
    const opened = spawn(command, [address], { detached: true, stdio: "ignore" });
    opened.on("error", () => {});
    opened.unref();
  };
}
