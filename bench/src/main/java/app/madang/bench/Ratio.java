package app.madang.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How two things compare over interleaved pairs. The goal is met when the median of the ratios reaches it and four of
 * five pairs reach nine tenths of it.
 */
record Ratio(double median, int near, int pairs, double goal) {

    static Ratio of(List<Double> ours, List<Double> theirs, double goal) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        var near = (int) ratios.stream().filter(ratio -> ratio >= 0.9 * goal).count();
        return new Ratio(median(ratios), near, ratios.size(), goal);
    }

    boolean isMet() {
        return median >= goal && near * 5 >= pairs * 4;
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
