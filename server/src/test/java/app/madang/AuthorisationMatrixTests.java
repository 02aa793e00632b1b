package app.madang;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who reaches what: {@code authorisation-matrix.csv} has a row for every route of the application and every message of
 * the socket, and every row is tried. A route without a row fails the build, and so does a row without a route.
 *
 * <p>An expectation is a status such as {@code 403}, a class such as {@code 2xx}, or {@code pass}: whatever the call has
 * to say, it is neither 401, 403 nor 5xx. Rows whose method is {@code SOCKET} are tried by the tests of the socket.
 */
@MadangTest
@TestPropertySource(properties = "madang.community-name=표") // an application of its own, with a term of its own
class AuthorisationMatrixTests {

    private static final Path TABLE = Path.of("src/test/resources/authorisation-matrix.csv");

    enum Who {
        ANONYMOUS,
        STRANGER,
        OWNER,
        MODERATOR,
        ADMIN
    }

    record Row(String method, String pattern, List<String> expected) {
        String route() {
            return method + " " + pattern;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void hasARowForEveryRouteAndARouteForEveryRow() throws IOException {
        var rows = rows().filter(row -> !row.method().equals("SOCKET"))
                .map(Row::route)
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows)).isEqualTo(routes());
    }

    @TestFactory
    Stream<DynamicTest> letsPeopleDoWhatTheTableSays() throws IOException {
        var people = new MatrixPeople(Api.on(port), jdbc);
        var objects = new MatrixObjects(people);
        return rows().filter(row -> !row.method().equals("SOCKET"))
                .map(row -> DynamicTest.dynamicTest(row.route(), () -> {
                    for (var who : Who.values()) {
                        var answer = objects.call(row, who);
                        assertThat(isAsExpected(answer.status(), row.expected().get(who.ordinal())))
                                .as(
                                        "%s as %s: %s expected, %d %s",
                                        row.route(), who, row.expected(), answer.status(), answer.body())
                                .isTrue();
                    }
                }));
    }

    static boolean isAsExpected(int status, String expected) {
        return switch (expected) {
            case "pass" -> status != 401 && status != 403 && status < 500;
            case "2xx" -> status >= 200 && status < 300;
            case "3xx" -> status >= 300 && status < 400;
            default -> status == Integer.parseInt(expected);
        };
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        routes.add("ANY " + pattern);
                    }
                    for (RequestMethod method : methods) {
                        routes.add(method + " " + pattern);
                    }
                }
            });
        }
        return routes;
    }

    private static Stream<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (var line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("method,")) {
                continue;
            }
            var columns = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            assertThat(columns).as(line).hasSize(2 + Who.values().length);
            rows.add(new Row(columns.get(0), columns.get(1), columns.subList(2, columns.size())));
        }
        return rows.stream();
    }
}
