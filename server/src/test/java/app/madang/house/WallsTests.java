package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.Madang;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;

/** Every rule is met by this house, and noticed in the one that breaks it. */
@Tag("fast")
class WallsTests {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.madang");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("brokenhouse");

    @ParameterizedTest
    @EnumSource
    void stand(Walls wall) {
        wall.over("app.madang").check(OURS);
    }

    @ParameterizedTest
    @EnumSource
    void areNoticedWhenBroken(Walls wall) {
        assertThatThrownBy(() -> wall.over("brokenhouse").check(BROKEN)).isInstanceOf(AssertionError.class);
    }

    @Test
    void everyWayToTheWallClockIsNoticed() {
        assertThatThrownBy(() ->
                        Walls.TIME_COMES_FROM_THE_CLOCK.over("brokenhouse").check(BROKEN))
                .hasMessageContaining("Impatient.now()")
                .hasMessageContaining("Impatient.later()")
                .hasMessageContaining("Impatient.millis()")
                .hasMessageContaining("Impatient.clock()")
                .hasMessageNotContaining("Impatient.patient");
    }

    @Test
    void modulesUseEachOtherByTheirDoorsAsTheirContractsSay() {
        ApplicationModules.of(Madang.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsNoticed() {
        ImportOption testsToo = location -> true;

        var violations = ApplicationModules.of("brokenhouse", testsToo).detectViolations();

        assertThat(violations.getMessages())
                .anySatisfy(
                        message -> assertThat(message).contains("non-exposed type brokenhouse.locker.inner.Secret"));
    }

    @Test
    void everyModuleStatesItsContract() {
        assertThat(ApplicationModules.of(Madang.class).stream())
                .isNotEmpty()
                .allSatisfy(
                        module -> assertThat(module.getBasePackage().toString()).isNotBlank())
                .allSatisfy(module -> assertThat(
                                OURS.contain(module.getBasePackage().getName() + ".package-info"))
                        .as(module + " has a package-info.java")
                        .isTrue());
    }
}
