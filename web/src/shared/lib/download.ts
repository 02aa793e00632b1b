/** Hands a file to the browser's download list. */
export function download(blob: Blob, name: string) {
  const link = document.createElement("a");
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = name.normalize("NFC");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
