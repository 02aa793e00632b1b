package app.madang.locker.domain;

import app.madang.booking.Boards;
import app.madang.booking.Booking;
import app.madang.booking.BookingRefusal;
import app.madang.booking.Claim;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Pools;
import app.madang.booking.Receipt;
import app.madang.booking.Target;
import app.madang.booking.UnitChoice;
import app.madang.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What most programs do: each request has a transaction of its own, which locks the pool, looks, decides, writes and
 * commits. It writes the rows that the engine writes, in as few statements as can be. Everything around it — security,
 * looking the locker up, rendering the answer — is Madang's own.
 */
@Component
public class OneTransaction {

    private record Seen(
            Instant now, @Nullable UUID unitClaim, @Nullable UUID ownClaim) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    OneTransaction(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The locker module's own commands on top of this instead of the engine. */
    public LockerClaims claims(Lockers lockers, Pools pools, Boards boards, Clock clock) {
        var booking = new Booking() {
            @Override
            public Outcome submit(Command command, @Nullable Receipt receipt) {
                return transactions.execute(transaction -> {
                    var outcome = switch (command) {
                        case Command.Hold hold -> hold(hold);
                        case Command.ReleaseHold release -> release(release);
                        default -> throw new UnsupportedOperationException(command.toString());
                    };
                    if (outcome instanceof Outcome.Refused) {
                        transaction.setRollbackOnly();
                    }
                    return outcome;
                });
            }

            @Override
            public List<Outcome> within(List<Command> commands) {
                throw new UnsupportedOperationException();
            }
        };
        return new LockerClaims(lockers, booking, pools, boards, clock);
    }

    private long lock(UUID poolId) {
        return jdbc.sql("select version from booking.pool_head where pool_id = :pool_id for no key update")
                .param("pool_id", poolId)
                .query(Long.class)
                .single();
    }

    private Outcome hold(Command.Hold command) {
        var unit = ((UnitChoice.Exactly) command.choice()).units().getFirst();
        var account = command.claimant().accountId();
        var version = lock(command.poolId()) + 1;
        var seen = jdbc.sql("""
                select seen.now,
                       (select claim_id from booking.occupancy
                        where pool_id = :pool_id and unit_no = :unit_no and until > seen.now) as unit_claim,
                       (select claim_id from booking.account_unit
                        where scope_id = :pool_id and account_id = :account_id and n = 1 and until > seen.now) as own_claim
                from (select clock_timestamp() as now) as seen
                """)
                .param("pool_id", command.poolId())
                .param("unit_no", unit)
                .param("account_id", account)
                .query((row, index) -> new Seen(
                        row.getObject("now", OffsetDateTime.class).toInstant(),
                        row.getObject("unit_claim", UUID.class),
                        row.getObject("own_claim", UUID.class)))
                .single();
        if (seen.ownClaim() != null) {
            return new Outcome.Refused(
                    seen.ownClaim().equals(seen.unitClaim())
                            ? new BookingRefusal.AlreadyMine(seen.ownClaim(), unit, null)
                            : new BookingRefusal.LimitReached(command.poolId(), 1));
        }
        if (seen.unitClaim() != null) {
            return new Outcome.Refused(new BookingRefusal.UnitTaken(unit));
        }
        var claim = new Claim(
                Ids.next(),
                command.poolId(),
                account,
                Claim.State.HELD,
                List.of(unit),
                seen.now().plus(Term.HOLD));
        jdbc.sql("""
                with allowance as (
                    insert into booking.account_unit (scope_id, account_id, n, claim_id, until)
                    values (:pool_id, :account_id, 1, :claim_id, :until)
                    on conflict (scope_id, account_id, n) do update
                    set claim_id = excluded.claim_id, until = excluded.until),
                unit as (
                    insert into booking.occupancy (pool_id, unit_no, claim_id, until)
                    values (:pool_id, :unit_no, :claim_id, :until)
                    on conflict (pool_id, unit_no) do update
                    set claim_id = excluded.claim_id, until = excluded.until),
                claim as (
                    insert into booking.claim (claim_id, pool_id, account_id, state, units, until, scope_ids,
                                               scope_numbers, version, changed_at, end_reason)
                    values (:claim_id, :pool_id, :account_id, 'held', array[:unit_no], :until, array[:pool_id],
                            array[1], :version, :now, null)),
                entry as (
                    insert into booking.claim_log (pool_id, version, type, claim_id, account_id, units, units_before,
                                                   until, scope_ids, scope_numbers, actor_id, at)
                    values (:pool_id, :version, 'held', :claim_id, :account_id, array[:unit_no], array[:unit_no],
                            :until, array[:pool_id], array[1], :account_id, :now))
                update booking.pool_head set version = :version where pool_id = :pool_id
                """)
                .param("pool_id", command.poolId())
                .param("account_id", account)
                .param("unit_no", unit)
                .param("claim_id", claim.claimId())
                .param("until", seen.now().plus(Term.HOLD).atOffset(ZoneOffset.UTC))
                .param("now", seen.now().atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
        return new Outcome.Granted(List.of(claim), version, seen.now(), false);
    }

    private Outcome release(Command.ReleaseHold command) {
        var unit = ((Target.Unit) command.target()).unit();
        var version = lock(command.poolId()) + 1;
        var claimId = jdbc.sql("""
                select o.claim_id from booking.occupancy o join booking.claim c on c.claim_id = o.claim_id
                where o.pool_id = :pool_id and o.unit_no = :unit_no and c.account_id = :account_id
                  and c.state = 'held' and o.until > clock_timestamp()
                """)
                .param("pool_id", command.poolId())
                .param("unit_no", unit)
                .param("account_id", command.accountId())
                .query(UUID.class)
                .optional();
        if (claimId.isEmpty()) {
            return new Outcome.Refused(new BookingRefusal.NoSuchClaim());
        }
        var at = jdbc.sql("""
                with allowance as (
                    update booking.account_unit set claim_id = null, until = '-infinity'
                    where scope_id = :pool_id and account_id = :account_id and n = 1 and claim_id = :claim_id),
                unit as (
                    update booking.occupancy set claim_id = null, until = '-infinity'
                    where pool_id = :pool_id and unit_no = :unit_no and claim_id = :claim_id),
                claim as (
                    update booking.claim
                    set state = 'ended', until = null, version = :version, changed_at = clock_timestamp(),
                        end_reason = 'hold_released'
                    where claim_id = :claim_id),
                entry as (
                    insert into booking.claim_log (pool_id, version, type, claim_id, account_id, units, units_before,
                                                   until, scope_ids, scope_numbers, actor_id, at)
                    values (:pool_id, :version, 'hold_released', :claim_id, :account_id, array[:unit_no],
                            array[:unit_no], null, array[:pool_id], array[1], :account_id, clock_timestamp()))
                update booking.pool_head set version = :version where pool_id = :pool_id
                returning clock_timestamp()
                """)
                .param("pool_id", command.poolId())
                .param("account_id", command.accountId())
                .param("unit_no", unit)
                .param("claim_id", claimId.get())
                .param("version", version)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var ended =
                new Claim(claimId.get(), command.poolId(), command.accountId(), Claim.State.ENDED, List.of(unit), null);
        return new Outcome.Granted(List.of(ended), version, at, false);
    }
}
