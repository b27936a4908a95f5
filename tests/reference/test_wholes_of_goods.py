"""Which goods hold others is found by the codes above theirs, and comes to what a look at all goods finds."""

from tidewaiter.reference import goods


def test_every_whole_is_found() -> None:
    several = 0
    for good_id in goods.goods():
        own = goods._international(good_id)
        everywhere = {
            whole
            for whole in goods._codes()
            if own and whole != good_id and goods._within(own, goods._international(whole))
        }
        assert set(goods._holding(good_id)) == everywhere, good_id
        several += len(everywhere) > 1
    assert several > 20
