package brokenhouse.booking;

import brokenhouse.locker.OpenController;

/** Breaks: commons and the engine know no product. */
public record Curious(OpenController product) {}
