@NullMarked
package app.madang.locker.domain;

import org.jspecify.annotations.NullMarked;
