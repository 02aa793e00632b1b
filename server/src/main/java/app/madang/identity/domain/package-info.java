/** Accounts, log-ins, tokens, the roster: what identity decides and keeps. */
@NullMarked
package app.madang.identity.domain;

import org.jspecify.annotations.NullMarked;
