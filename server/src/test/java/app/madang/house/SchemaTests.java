package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.database.schema.Migrations;
import app.madang.testing.Golden;
import app.madang.testing.TestPostgres;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaTests {

    private static Catalogue catalogue =
            new Catalogue(TestPostgres.emptyDatabase().jdbc(), List.of("none"));

    /** From nothing, as at a first start. */
    @BeforeAll
    static void migrateAnEmptyDatabase() {
        var database = TestPostgres.emptyDatabase();
        Migrations.run(database.dataSource());
        catalogue = new Catalogue(database.jdbc(), List.copyOf(Migrations.modules()));
    }

    @Test
    void isTheOneThatWasReviewed() {
        Golden.compare("server/src/test/resources/schema.golden", catalogue.asText());
    }

    @Test
    void modulesDoNotReferToEachOthersTables() {
        assertThat(catalogue.references())
                .allSatisfy(reference -> assertThat(schema(reference.from())).isEqualTo(schema(reference.to())));
    }

    @Test
    void everyTableHasAKey() {
        var keyed = catalogue.keyColumns().stream()
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                .toList();

        assertThat(keyed)
                .containsAll(catalogue.columns().stream()
                        .map(Catalogue.Column::table)
                        .toList());
    }

    @Test
    void isDrawnAsItIs() {
        Golden.compare("docs/erd.md", diagram());
    }

    private static String diagram() {
        var byModule = catalogue.columns().stream()
                .collect(Collectors.groupingBy(
                        column -> schema(column.table()), LinkedHashMap::new, Collectors.toList()));
        var keys = catalogue.keyColumns();
        var text = new StringBuilder("""
                # The tables

                Generated from the migrated database by `bin/generate`. One schema per module; no arrow leaves a module.
                """);
        byModule.forEach((module, columns) -> {
            text.append("\n## ").append(module).append("\n\n```mermaid\nerDiagram\n");
            columns.stream()
                    .collect(Collectors.groupingBy(Catalogue.Column::table, LinkedHashMap::new, Collectors.toList()))
                    .forEach((table, itsColumns) -> {
                        text.append("    ").append(name(table)).append(" {\n");
                        itsColumns.forEach(column -> text.append("        ")
                                .append(column.type()
                                        .replaceAll("[^A-Za-z0-9]+", "_")
                                        .replaceAll("_$", ""))
                                .append(' ')
                                .append(column.name())
                                .append(keys.contains(table + "." + column.name()) ? " PK" : "")
                                .append('\n'));
                        text.append("    }\n");
                    });
            catalogue.references().stream()
                    .filter(reference -> schema(reference.from()).equals(module))
                    .forEach(reference -> text.append("    ")
                            .append(name(reference.to()))
                            .append(" ||--o{ ")
                            .append(name(reference.from()))
                            .append(" : \"")
                            .append(reference.columns())
                            .append("\"\n"));
            text.append("```\n");
        });
        return text.toString();
    }

    private static String schema(String table) {
        return table.substring(0, table.indexOf('.'));
    }

    private static String name(String table) {
        return table.substring(table.indexOf('.') + 1);
    }
}
