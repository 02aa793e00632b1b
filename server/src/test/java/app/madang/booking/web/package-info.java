@org.jspecify.annotations.NullMarked
package app.madang.booking.web;
