/** Identity over HTTP: who is asking, and the routes of log-in and its administration. */
@NullMarked
package app.madang.identity.web;

import org.jspecify.annotations.NullMarked;
