@NullMarked
package app.madang.locker.web;

import org.jspecify.annotations.NullMarked;
