-- `least` and `greatest` would say the same and take several times as long.
create or replace temp macro unit(x) as case when x < 0 then 0::float when x < 1 then x else 1::float end;
create or replace temp macro harmonic(a, b) as case when a + b > 0 then 2 * a * b / (a + b) else 0::float end;

with pairs as (
    select
        r.id as role,
        c.id,
        (r.experience_essential and c.experience_unknown = 0 and c.experience < r.experience)
        or (c.pay_essential and r.pay_most < c.pay) as blocked,
        (
            r.experience_weight * unit(c.experience / r.experience)
            + r.hours_weight * unit(c.hours / r.hours)
            + r.start_weight * unit(1 - (c.start - r.start) / 90::float)
            + r.travel_weight * unit(1 - (r.travel - c.travel) / 0.25::float)
        ) / r.total as role_low,
        (
            r.silent
            + r.experience_weight * c.experience_unknown
            + r.hours_weight * c.hours_unknown
            + r.start_weight * c.start_unknown
            + r.travel_weight * c.travel_unknown
        ) / r.total as role_unknown,
        unit(r.pay_least / c.pay) as pay_low,
        unit(1 - (r.office_most - c.office) / 3::float) as office_low,
        (
            c.pay_weight * pay_low
            + c.office_weight * office_low
            + c.week_weight * unit(1 - (r.week - c.week) / 20::float)
            + c.team_weight * unit(1 - (r.team / c.team - 1) / 2::float)
            + c.notice_weight * unit(r.notice / c.notice)
        ) / c.total as candidate_low,
        (
            c.silent
            + c.pay_weight * (unit(r.pay_most / c.pay) - pay_low)
            + c.office_weight * (unit(1 - (r.office_least - c.office) / 3::float) - office_low)
            + c.week_weight * r.week_unknown
            + c.team_weight * r.team_unknown
            + c.notice_weight * r.notice_unknown
        ) / c.total as candidate_unknown
    from role_sides r cross join candidate_sides c
), sides as (
    select
        role,
        id,
        blocked,
        role_low,
        candidate_low,
        role_low + role_unknown as role_high,
        candidate_low + candidate_unknown as candidate_high
    from pairs
), bounds as (
    select
        role,
        id,
        blocked,
        harmonic(role_low, candidate_low) as low,
        harmonic(role_high, candidate_high) as high
    from sides
)
-- The best are the least by what is above them, ties by id.
select
    role,
    count(*) filter (blocked),
    min({'above': -(low + 0.5::float * (high - low)), 'id': id, 'low': low, 'high': high}, $top) filter (not blocked)
from bounds
group by role
order by role;
