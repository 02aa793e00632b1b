export interface GridForm {
  location: string;
  floor: string;
  first: string;
  rows: string;
  columns: string;
}

export const ROWS_MAX = 50;
export const COLUMNS_MAX = 50;

/** What is wrong with a plan, as keys of texts by field. */
export function planProblems(form: GridForm): Record<string, string> {
  const problems: Record<string, string> = {};
  const whole = (text: string, min: number, max: number) =>
    /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  if (form.location.trim() === "") problems.location = "locker.admin.grid.error.location";
  if (!/^(-?\d{1,3})?$/.test(form.floor.trim())) problems.floor = "locker.admin.grid.error.floor";
  if (!whole(form.first, 1, 9_999_999)) problems.first_id = "locker.admin.grid.error.first";
  if (!whole(form.rows, 1, ROWS_MAX)) problems.rows = "locker.admin.grid.error.rows";
  if (!whole(form.columns, 1, COLUMNS_MAX)) problems.columns = "locker.admin.grid.error.rows";
  return problems;
}

/** The numbers as they will stand, row by row; empty while the plan is not whole. */
export function preview(form: GridForm): number[][] {
  if (planProblems({ ...form, location: "x" }).first_id) return [];
  const [first, rows, columns] = [Number(form.first), Number(form.rows), Number(form.columns)];
  if (planProblems(form).rows || planProblems(form).columns) return [];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => first + row * columns + column),
  );
}
