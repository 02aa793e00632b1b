export function Spinner() {
  return (
    <span
      aria-hidden
      className="inline-block size-4 rounded-full border-2 border-current border-r-transparent [animation:spin_0.7s_linear_infinite]"
    />
  );
}
