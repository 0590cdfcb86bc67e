import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.common.ConnectedRangeChain;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.CartesianProductMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The peer {@code timefold}: Timefold's Java core, a seat as planning entity.
 *
 * <p>Called as {@code java Timefold INSTANCE ANSWER DEADLINE}, like the peers in Python.
 */
public class Timefold {
    /** A releasing unit or a site, with how many it lets go or takes on one day. */
    public record Limit(int number, int cap) {}

    /** A person with its unit. */
    public record Person(int number, Limit unit, int most) {}

    /** A post, with the worth of each person who may take it. */
    public record Post(
            int number, int start, int end, int priority, int seats, Limit site,
            Map<Person, Integer> worth) {}

    /** One seat of a post; it may stay empty. */
    @PlanningEntity(difficultyComparatorClass = Urgent.class)
    public static class Seat {
        @PlanningId private long id;
        private Post post;
        @ValueRangeProvider private List<Person> candidates;
        @PlanningVariable(allowsUnassigned = true) private Person person;

        public Seat() {}

        Seat(long id, Post post) {
            this.id = id;
            this.post = post;
            this.candidates = new ArrayList<>(post.worth().keySet());
            this.candidates.sort(Comparator.comparingInt(Person::number));
        }

        public Person getPerson() {
            return person;
        }

        public void setPerson(Person person) {
            this.person = person;
        }

        Post post() {
            return post;
        }

        long start() {
            return post.start();
        }

        long end() {
            return post.end();
        }

        Limit unit() {
            return person.unit();
        }

        Limit site() {
            return post.site();
        }

        int worth() {
            return post.worth().get(person);
        }
    }

    /** Urgent posts with few candidates for each seat are the first to be filled. */
    public static class Urgent implements Comparator<Seat> {
        private static final Comparator<Seat> ORDER =
                Comparator.<Seat>comparingInt(seat -> -seat.post.priority())
                        .thenComparingDouble(
                                seat -> -(double) seat.candidates.size() / seat.post.seats())
                        .thenComparingLong(seat -> -seat.id);

        @Override
        public int compare(Seat one, Seat other) {
            return ORDER.compare(one, other);
        }
    }

    /** All seats. */
    @PlanningSolution
    public static class Plan {
        @PlanningEntityCollectionProperty private List<Seat> seats;
        @PlanningScore private HardSoftLongScore score;

        public Plan() {}

        Plan(List<Seat> seats) {
            this.seats = seats;
        }
    }

    /** The limits, and the worth. */
    public static class Rules implements ConstraintProvider {
        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                oneAtATime(factory), most(factory), unit(factory), site(factory), worth(factory)
            };
        }

        private Constraint oneAtATime(ConstraintFactory factory) {
            return factory.forEachUniquePair(
                            Seat.class,
                            Joiners.equal(Seat::getPerson),
                            Joiners.overlapping(Seat::start, Seat::end))
                    .penalize(HardSoftLongScore.ONE_HARD)
                    .asConstraint("one at a time");
        }

        private Constraint most(ConstraintFactory factory) {
            return factory.forEach(Seat.class)
                    .groupBy(Seat::getPerson, ConstraintCollectors.count())
                    .filter((person, count) -> count > person.most())
                    .penalize(
                            HardSoftLongScore.ONE_HARD,
                            (person, count) -> count - person.most())
                    .asConstraint("most posts a person");
        }

        private Constraint unit(ConstraintFactory factory) {
            return factory.forEach(Seat.class)
                    .groupBy(
                            Seat::unit,
                            ConstraintCollectors.toConnectedRanges(Seat::start, Seat::end))
                    .flattenLast(ConnectedRangeChain::getConnectedRanges)
                    .filter((unit, range) -> range.getMaximumOverlap() > unit.cap())
                    .penalize(
                            HardSoftLongScore.ONE_HARD,
                            (unit, range) -> range.getMaximumOverlap() - unit.cap())
                    .asConstraint("unit");
        }

        private Constraint site(ConstraintFactory factory) {
            return factory.forEach(Seat.class)
                    .groupBy(
                            Seat::site,
                            ConstraintCollectors.toConnectedRanges(Seat::start, Seat::end))
                    .flattenLast(ConnectedRangeChain::getConnectedRanges)
                    .filter((site, range) -> range.getMaximumOverlap() > site.cap())
                    .penalize(
                            HardSoftLongScore.ONE_HARD,
                            (site, range) -> range.getMaximumOverlap() - site.cap())
                    .asConstraint("site");
        }

        private Constraint worth(ConstraintFactory factory) {
            return factory.forEach(Seat.class)
                    .reward(HardSoftLongScore.ONE_SOFT, Seat::worth)
                    .asConstraint("worth");
        }
    }

    public static void main(String[] words) throws IOException {
        List<Seat> seats = seats(numbers(Path.of(words[0])));
        long left = (long) (1000 * Double.parseDouble(words[2])) - System.currentTimeMillis();
        SolverConfig config =
                new SolverConfig()
                        .withSolutionClass(Plan.class)
                        .withEntityClasses(Seat.class)
                        .withConstraintProviderClass(Rules.class)
                        .withTerminationSpentLimit(Duration.ofMillis(Math.max(1, left)))
                        .withPhases(
                                new ConstructionHeuristicPhaseConfig(),
                                // As it comes, for as long as that finds anything.
                                new LocalSearchPhaseConfig().withTerminationConfig(stuck(left)),
                                new LocalSearchPhaseConfig().withMoveSelectorConfig(moves()));
        Solver<Plan> solver = SolverFactory.<Plan>create(config).buildSolver();
        List<String> pairs = new ArrayList<>();
        for (Seat seat : solver.solve(new Plan(seats)).seats) {
            if (seat.person != null) {
                pairs.add("[" + seat.person.number() + ", " + seat.post.number() + "]");
            }
        }
        String version = SolverFactory.class.getPackage().getImplementationVersion();
        Files.writeString(
                Path.of(words[1]),
                "{\"pairs\": [" + String.join(", ", pairs) + "], \"bound\": null, \"solver\": \"Timefold "
                        + version + "\"}\n");
    }

    private static TerminationConfig stuck(long left) {
        return new TerminationConfig()
                .withUnimprovedSpentLimit(Duration.ofMillis(Math.max(1, left / 8)));
    }

    /** Return the default moves and, besides, two changes at once, which leave dead ends. */
    private static MoveSelectorConfig<?> moves() {
        return new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ChangeMoveSelectorConfig(),
                        new SwapMoveSelectorConfig(),
                        new CartesianProductMoveSelectorConfig()
                                .withMoveSelectors(
                                        new ChangeMoveSelectorConfig(),
                                        new ChangeMoveSelectorConfig()));
    }

    /** Return the seats of posts that somebody may take. */
    private static List<Seat> seats(Map<String, int[]> read) {
        List<Limit> units = limits(read.get("release"));
        List<Limit> sites = limits(read.get("beds"));
        List<Person> people = new ArrayList<>();
        for (int unit : read.get("unit")) {
            people.add(new Person(people.size(), units.get(unit), read.get("most")[0]));
        }
        List<Post> posts = new ArrayList<>();
        for (int site : read.get("site")) {
            int number = posts.size();
            posts.add(
                    new Post(
                            number,
                            read.get("start")[number],
                            read.get("end")[number],
                            read.get("priority")[number],
                            read.get("seats")[number],
                            sites.get(site),
                            new HashMap<>()));
        }
        for (int pair = 0; pair < read.get("value").length; pair++) {
            Person person = people.get(read.get("person")[pair]);
            posts.get(read.get("post")[pair]).worth().put(person, read.get("value")[pair]);
        }
        List<Seat> seats = new ArrayList<>();
        for (Post post : posts) {
            for (int seat = 0; seat < post.seats() && !post.worth().isEmpty(); seat++) {
                seats.add(new Seat(seats.size(), post));
            }
        }
        return seats;
    }

    private static List<Limit> limits(int[] caps) {
        List<Limit> limits = new ArrayList<>();
        for (int cap : caps) {
            limits.add(new Limit(limits.size(), cap));
        }
        return limits;
    }

    /** Return the lists of numbers in a flat JSON file by name, single ones as lists of one. */
    private static Map<String, int[]> numbers(Path path) throws IOException {
        Map<String, List<Integer>> lists = new HashMap<>();
        try (Reader reader = Files.newBufferedReader(path)) {
            StreamTokenizer tokens = new StreamTokenizer(reader);
            String last = "";
            String name = "";
            while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
                if (tokens.ttype == '"') {
                    last = tokens.sval;
                } else if (tokens.ttype == ':') {
                    name = last;
                    lists.put(name, new ArrayList<>());
                } else if (tokens.ttype == StreamTokenizer.TT_NUMBER) {
                    lists.get(name).add((int) tokens.nval);
                }
            }
        }
        Map<String, int[]> numbers = new HashMap<>();
        lists.forEach(
                (name, list) ->
                        numbers.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        return numbers;
    }
}
