package brokenhouse.shared;

import java.sql.Connection;
import org.springframework.util.StringUtils;

/** Breaks: shared knows neither Spring nor SQL. */
public interface Talkative {

    Connection connection();

    default String capitalized(String word) {
        return StringUtils.capitalize(word);
    }
}
