package app.madang.locker.domain;

import app.madang.booking.Booking;
import app.madang.booking.Claimant;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.UnitChoice;
import app.madang.identity.Accounts;
import app.madang.identity.Accounts.NewMember;
import app.madang.identity.Person;
import app.madang.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An invented community to look around in: made on the first start of an empty database, so that whoever comes first
 * sees the countdown, two minutes long, and finds a place that is already lived in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnProperty(name = "madang.demo", havingValue = "true")
class DemoCommunity implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCommunity.class);

    private static final int MEMBERS = 200;
    private static final int WITHOUT_LOCKER = 10;
    private static final int ASSIGNED = 70;
    private static final int HELD = 12;
    private static final Duration COUNTDOWN = Duration.ofMinutes(2);

    private static final List<String> FAMILY_NAMES =
            List.of("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오", "서", "신", "권", "황", "안", "송", "류", "홍");
    private static final List<String> GIVEN_NAMES = List.of("하늘", "바다", "가람", "나래", "다온", "라온", "마루", "보람", "새벽", "아름");

    private static final List<Grid> GRIDS = List.of(
            new Grid("정보관 1층", 1, 101, 5, 10, "출입문은 22시에 닫혀요. 자물쇠는 1층 행정실에서 받아 가세요."),
            new Grid("정보관 2층", 2, 201, 5, 10, "계단 옆이라 조용히 여닫아 주세요. 자물쇠는 1층 행정실에 있어요."),
            new Grid("학생회관", 1, 301, 5, 5, "비밀번호의 처음 값은 0000이에요. 꼭 바꿔 주세요."),
            new Grid("학생회관", 2, 326, 5, 5, "비밀번호의 처음 값은 0000이에요. 꼭 바꿔 주세요."),
            new Grid("중앙도서관 지하 1층", -1, 401, 5, 10, "책은 반납일을 확인하고 넣어 두세요. 음식물은 안 돼요."),
            new Grid("공학관 3층", 3, 501, 5, 10, "실습 도구는 건조한 뒤에 넣어 주세요."),
            new Grid("예술관 1층", 1, 601, 5, 10, "큰 악기는 맨 아래 칸을 써 주세요."));

    private static final List<Integer> BROKEN = List.of(113, 227, 308, 341, 450, 619);

    private record Grid(String location, int floor, int firstId, int rows, int columns, String instructions) {}

    private final Lockers lockers;
    private final LockerSetup setup;
    private final Terms terms;
    private final Accounts accounts;
    private final Booking booking;
    private final Clock clock;

    DemoCommunity(Lockers lockers, LockerSetup setup, Terms terms, Accounts accounts, Booking booking, Clock clock) {
        this.lockers = lockers;
        this.setup = setup;
        this.terms = terms;
        this.accounts = accounts;
        this.booking = booking;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var directory = lockers.recent();
        if (directory.version() == 0) {
            var started = clock.instant();
            settle();
            log.info(
                    "Demo community made in {} ms; lockers open at {}",
                    Duration.between(started, clock.instant()).toMillis(),
                    lockers.recent()
                            .currentTerm(clock.instant())
                            .map(Term::opensAt)
                            .orElse(null));
        }
        for (int i = 1; i <= 3; i++) {
            var member = member(i);
            log.info(
                    "Demo account: student id {} · name {} · phone {}",
                    member.studentId(),
                    member.name(),
                    member.phoneNumber());
        }
    }

    private void settle() {
        var actor = accounts.search("admin", 1).stream()
                .findFirst()
                .map(Person::accountId)
                .orElseGet(Ids::next);
        accounts.registerAll(IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(DemoCommunity::member)
                .toList());
        for (var grid : GRIDS) {
            setup.grid(grid.location, grid.floor, grid.firstId, grid.rows, grid.columns, actor);
            lockers.recent()
                    .placeNamed(grid.location)
                    .ifPresent(place -> setup.changePlace(place.id(), null, grid.instructions));
        }
        BROKEN.forEach(id -> setup.markBroken(id, "문이 닫히지 않아요", actor));
        open(actor);
    }

    /** Open for a moment, so that some lockers are being held, then closed again until the countdown ends. */
    private void open(UUID actor) {
        var now = clock.instant();
        var draft = new TermDraft(
                "첫 학기",
                now.minusSeconds(60),
                now.plus(Duration.ofDays(14)),
                now.plus(Duration.ofDays(110)),
                null,
                null);
        if (!(terms.create(draft, actor) instanceof Result.Done<Term>(var term))) {
            throw new IllegalStateException("the demo community needs a term");
        }
        var free = lockers.recent().lockers().stream()
                .filter(locker -> !locker.isBroken())
                .toList();
        claim(
                WITHOUT_LOCKER,
                ASSIGNED,
                i -> new Command.Assign(term.id(), claimant(i), unit(free, i), actor, "먼저 배정했어요"));
        claim(WITHOUT_LOCKER + ASSIGNED, HELD, i -> new Command.Hold(term.id(), claimant(i), unit(free, i)));
        Instant opensAt = clock.instant().plus(COUNTDOWN);
        terms.change(term.id(), new TermChange(null, opensAt, null, null, null, null), actor);
    }

    private void claim(int from, int count, Function<Integer, Command> command) {
        var commands = IntStream.rangeClosed(from + 1, from + count)
                .mapToObj(command::apply)
                .<Callable<Outcome>>map(each -> () -> booking.submit(each))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(commands);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Claimant claimant(int number) {
        return accounts.findByStudentId(member(number).studentId())
                .map(person -> Claimant.of(person.accountId()))
                .orElseThrow();
    }

    /** Spread over all places without chance, so that every demo looks alike. */
    private static UnitChoice unit(List<Locker> free, int number) {
        return UnitChoice.one(free.get(number * 37 % free.size()).unit());
    }

    private static NewMember member(int number) {
        var name = FAMILY_NAMES.get(number % FAMILY_NAMES.size())
                + GIVEN_NAMES.get(number / FAMILY_NAMES.size() % GIVEN_NAMES.size());
        // Ten digits beginning with 99: nobody who tries the demo with an id of their own meets one of these.
        return new NewMember("99%08d".formatted(number), name, "0100000%04d".formatted(number));
    }
}
