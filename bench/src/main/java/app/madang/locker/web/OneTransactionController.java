package app.madang.locker.web;

import app.madang.booking.Boards;
import app.madang.booking.Pools;
import app.madang.locker.domain.Lockers;
import app.madang.locker.domain.OneTransaction;
import app.madang.locker.domain.People;
import app.madang.locker.domain.Renewals;
import app.madang.web.FixedContract;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The very controller of lockers at another address, with one transaction per request beneath it. */
@FixedContract
@Hidden
@RestController
@RequestMapping("/api/v1/bench/one-transaction/lockers")
class OneTransactionController extends LockerController {

    OneTransactionController(
            OneTransaction one,
            LockerLists lists,
            LockerAnswers answers,
            Lockers lockers,
            Renewals renewals,
            People people,
            Pools pools,
            Boards boards,
            Clock clock) {
        super(lists, one.claims(lockers, pools, boards, clock), answers, lockers, renewals, people);
    }
}
