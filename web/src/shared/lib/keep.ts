/** What this browser remembers; silently nothing where storage is forbidden. */
export const keep = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`madang.${key}`);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(`madang.${key}`, value);
    } catch {
      // private windows forget, and that is fine
    }
  },
};
