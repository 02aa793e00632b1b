package brokenhouse.locker.inner;

/** Public only for its own module. */
public record Secret(String word) {}
