package app.madang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * The running application on a random loopback port ({@code @LocalServerPort}) with a fresh database; demo off, the
 * admin's password is {@code admin-password}. Tests with the same configuration share one application and its database:
 * use accounts and pools of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "madang.demo=false",
            "madang.admin-password=admin-password",
            "madang.database.pool-max=8",
            "madang.database.engine.pool-max=8"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface MadangTest {}
