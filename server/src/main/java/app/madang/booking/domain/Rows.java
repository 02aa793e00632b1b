package app.madang.booking.domain;

import app.madang.booking.Claim;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between columns and values. Arrays of arrays travel as text literals, since {@code unnest} takes no ragged ones. */
final class Rows {

    static final String FOREVER = "infinity";
    static final String NEVER = "-infinity";

    private Rows() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        var i = 0;
        // Most columns repeat themselves down a batch: one pool, one moment.
        Object last = null;
        String lastText = null;
        for (var row : rows) {
            var cell = value.apply(row);
            if (cell == null) {
                texts[i++] = null;
            } else {
                if (!cell.equals(last)) {
                    last = cell;
                    lastText = cell.toString();
                }
                texts[i++] = lastText;
            }
        }
        return texts;
    }

    static String literal(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E upper(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static UUID requiredUuid(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        var time = instant(row, column);
        if (time == null) {
            throw new SQLException(column + " is null");
        }
        return time;
    }

    static List<Integer> integers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((Integer[]) array.getArray());
    }

    static List<Allowance> allowances(ResultSet row) throws SQLException {
        var scopes = (UUID[]) row.getArray("scope_ids").getArray();
        var numbers = (Integer[]) row.getArray("scope_numbers").getArray();
        var allowances = new ArrayList<Allowance>(scopes.length);
        for (var i = 0; i < scopes.length; i++) {
            allowances.add(new Allowance(scopes[i], numbers[i]));
        }
        return List.copyOf(allowances);
    }

    static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                requiredUuid(row, "claim_id"),
                requiredUuid(row, "pool_id"),
                uuid(row, "account_id"),
                upper(Claim.State.class, row.getString("state")),
                integers(row, "units"),
                instant(row, "until"));
    }
}
