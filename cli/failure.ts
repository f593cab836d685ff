import { AuditError } from "../datasets/error.ts";

/** Codes of the operating system after which the same command goes on once the user has made room. */
const resumable: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full. Free some space and run the same command again",
  EDQUOT: "your disk quota is used up. Free some space and run the same command again",
  EFBIG: "a file may not grow further here. Raise the file-size limit and run the same command again",
  EROFS: "the folder is read-only. Make it writable and run the same command again",
  EACCES: "the file may not be written or read. Change its permissions and run the same command again",
  EPERM: "the operation is not allowed. Change the permissions and run the same command again",
};

/** What to tell the user about an error, and the exit code: 1 a bug, 2 bad usage or input, 3 stopped and resumable. */
export function explainFailure(error: unknown): { message: string; exitCode: number } {
  if (error instanceof AuditError) {
    return { message: error.message, exitCode: error.code === "stopped" ? 3 : 2 };
  }
  const { code, path, file } = systemError(error);
  const hint = resumable[code];
  if (hint) return { message: `${path}: ${hint}`, exitCode: 3 };
  if (code === "ENOENT") return { message: `${path}: there is no such file. Check the path`, exitCode: 2 };
  if (code === "EISDIR") return { message: `${file}: is a folder. Name a file`, exitCode: 2 };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `This is a bug in presence-audit. Please report it with these lines:\n${trace}`,
    exitCode: 1,
  };
}

function systemError(error: unknown): { code: string; path: string; file: string } {
  const field = (name: string) =>
    error instanceof Error && name in error
      ? String(Object.getOwnPropertyDescriptor(error, name)?.value ?? "")
      : "";
  return {
    code: field("code"),
    path: field("path") || "the audit folder",
    file: field("path") || "the argument",
  };
}
