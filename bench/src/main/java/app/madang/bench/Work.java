package app.madang.bench;

/** What the connections of a run do. Called on one thread. */
interface Work {

    /** Puts the wire's next request into its buffer; false when there is nothing more to ask. */
    boolean next(Wire wire);

    /** The answer has come; the wire carries its status and, if it keeps them, body and tag. */
    default void answered(Wire wire) {}
}
