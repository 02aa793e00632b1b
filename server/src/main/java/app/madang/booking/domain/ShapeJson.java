package app.madang.booking.domain;

import app.madang.booking.Policy;
import tools.jackson.databind.json.JsonMapper;

/** How policies and shapes stand in the database; independent of how the API writes JSON. */
final class ShapeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ShapeJson() {}

    static String write(Policy policy) {
        return MAPPER.writeValueAsString(policy);
    }

    static String write(Shape shape) {
        return MAPPER.writeValueAsString(shape);
    }

    static Policy policy(String json) {
        return MAPPER.readValue(json, Policy.class);
    }

    static Shape shape(String json) {
        return MAPPER.readValue(json, Shape.class);
    }
}
