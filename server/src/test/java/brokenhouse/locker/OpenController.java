package brokenhouse.locker;

import org.springframework.web.bind.annotation.RestController;

/** Breaks: controllers are reached over HTTP alone. */
@RestController
public class OpenController {}
