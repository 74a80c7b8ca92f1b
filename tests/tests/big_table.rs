//! A table with many rows, whose reasons differ only at their ends.

status_core::status_table! {
    /// The reasons differ only at their ends.
    #[status(allow(unregistered_code, missing_docs))]
    pub enum Big: 5xx {
        503 ServiceUnavailable,
        520 Row520 "Reason number 520",
        521 Row521 "Reason number 521",
        522 Row522 "Reason number 522",
        523 Row523 "Reason number 523",
        524 Row524 "Reason number 524",
        525 Row525 "Reason number 525",
        526 Row526 "Reason number 526",
        527 Row527 "Reason number 527",
        528 Row528 "Reason number 528",
        529 Row529 "Reason number 529",
        530 Row530 "Reason number 530",
        531 Row531 "Reason number 531",
        532 Row532 "Reason number 532",
        533 Row533 "Reason number 533",
        534 Row534 "Reason number 534",
        535 Row535 "Reason number 535",
        536 Row536 "Reason number 536",
        537 Row537 "Reason number 537",
        538 Row538 "Reason number 538",
        539 Row539 "Reason number 539",
        540 Row540 "Reason number 540",
        541 Row541 "Reason number 541",
        542 Row542 "Reason number 542",
        543 Row543 "Reason number 543",
        544 Row544 "Reason number 544",
        545 Row545 "Reason number 545",
        546 Row546 "Reason number 546",
        547 Row547 "Reason number 547",
        548 Row548 "Reason number 548",
        549 Row549 "Reason number 549",
        550 Row550 "Reason number 550",
        551 Row551 "Reason number 551",
        552 Row552 "Reason number 552",
        553 Row553 "Reason number 553",
        554 Row554 "Reason number 554",
        555 Row555 "Reason number 555",
        556 Row556 "Reason number 556",
        557 Row557 "Reason number 557",
        558 Row558 "Reason number 558",
        559 Row559 "Reason number 559",
        560 Row560 "Reason number 560",
        561 Row561 "Reason number 561",
        562 Row562 "Reason number 562",
        563 Row563 "Reason number 563",
        564 Row564 "Reason number 564",
        565 Row565 "Reason number 565",
        566 Row566 "Reason number 566",
        567 Row567 "Reason number 567",
        568 Row568 "Reason number 568",
        569 Row569 "Reason number 569",
        570 Row570 "Reason number 570",
        571 Row571 "Reason number 571",
        572 Row572 "Reason number 572",
        573 Row573 "Reason number 573",
        574 Row574 "Reason number 574",
        575 Row575 "Reason number 575",
        576 Row576 "Reason number 576",
        577 Row577 "Reason number 577",
        578 Row578 "Reason number 578",
        579 Row579 "Reason number 579",
        580 Row580 "Reason number 580",
        581 Row581 "Reason number 581",
        582 Row582 "Reason number 582",
        583 Row583 "Reason number 583",
        584 Row584 "Reason number 584",
        585 Row585 "Reason number 585",
        586 Row586 "Reason number 586",
        587 Row587 "Reason number 587",
        588 Row588 "Reason number 588",
        589 Row589 "Reason number 589",
    }
}

#[test]
fn every_row_is_found_by_code_and_by_reason() {
    assert_eq!(Big::ALL.len(), 71);
    for &row in Big::ALL {
        assert_eq!(Big::from_code(row.code()), Some(row));
        assert_eq!(Big::from_reason(row.reason()), Some(row));
        assert_eq!(row.reason().parse(), Ok(row));
        assert_eq!(row.to_string().parse(), Ok(row));
    }
    for other in
        ["", "Reason number 590", "Reason number 52", "reason number 520", "503 Reason number 520"]
    {
        assert_eq!(Big::from_reason(other), None, "{other}");
        assert!(other.parse::<Big>().is_err(), "{other}");
    }
    let codes = (0..=u16::MAX).filter(|&code| Big::from_code(code).is_some());
    assert!(codes.eq(Big::ALL.iter().map(|row| row.code())));
}
