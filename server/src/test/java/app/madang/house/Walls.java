package app.madang.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;

/**
 * Rules beside those in each module's package-info.java, over a root package: the real one, or that of the house that
 * breaks them all.
 */
enum Walls {
    SHARED_IS_PLAIN {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".shared..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                            .or(resideInAPackage("org.springframework..")
                                    .and(DescribedPredicate.not(resideInAPackage("org.springframework.modulith..")))));
        }
    },

    /** The database module alone looks at the machine's clock; everybody else is given one. */
    TIME_COMES_FROM_THE_CLOCK {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".database..")
                    .should()
                    .accessTargetWhere(DescribedPredicate.describe("reads the wall clock", Walls::readsTheWallClock));
        }
    },

    PRODUCTS_ARE_UNKNOWN_BELOW {
        @Override
        ArchRule over(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(below(root, LOWER))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(below(root, PRODUCTS)));
        }
    },

    CONTROLLERS_ARE_REACHED_OVER_HTTP_ALONE {
        @Override
        ArchRule over(String root) {
            return classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should()
                    .bePackagePrivate();
        }
    };

    private static final String[] LOWER = {"shared", "database", "web", "identity", "realtime", "booking"};
    private static final String[] PRODUCTS = {"court", "locker", "seat", "study", "feed", "market", "chat", "call"};
    private static final Set<Class<?>> TELLERS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    abstract ArchRule over(String root);

    private static String[] below(String root, String... modules) {
        return Stream.of(modules).map(module -> root + "." + module + "..").toArray(String[]::new);
    }

    private static boolean readsTheWallClock(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = access.getTargetOwner();
        var name = access.getName();
        if (owner.isEquivalentTo(System.class)) {
            return name.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || name.startsWith("tick");
        }
        return name.equals("now")
                && TELLERS.stream().anyMatch(owner::isEquivalentTo)
                && target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
