-- Flat tables in single precision and without nulls. An answer that is not known is one that gives the least degree, with
-- 1 in `…_unknown` beside it. A weight is that of an ask that was stated; what unstated ones count is in `silent`.
create macro stake(indifferent, want, importance, silence) as
    case when indifferent then 0 when want is null then silence else coalesce(importance, 0.5) end;

create table role_sides as
with flat as (
    select
        id,
        requirements.experience[1] as asked,
        requirements.availability as availability,
        arrangements[1] as way,
        compensation.pay[1] as pay,
        team.size as team,
        coalesce(list_contains(indifferent, 'availability'), false) as indifferent
    from roles
), wanted as (
    select
        *,
        asked.minimumMonths as experience,
        availability.hoursPerWeek.minValue as hours,
        epoch(availability.start) / 86400 as start,
        way.travelShare as travel,
        way.schedule.hoursPerWeek.maxValue as week,
        way.schedule.noticeDays as notice
    from flat
), staked as (
    select
        *,
        getvariable('experience')
        * stake(false, experience, asked.importance, getvariable('experience_silence')) as experience_stake,
        getvariable('hours')
        * stake(indifferent, hours, availability.importance, getvariable('hours_silence')) as hours_stake,
        getvariable('start')
        * stake(indifferent, start, availability.importance, getvariable('start_silence')) as start_stake,
        getvariable('travel') * stake(false, travel, null, getvariable('travel_silence')) as travel_stake
    from wanted
), weighed as (
    select
        *,
        if(experience is null, 0, experience_stake) as experience_weight,
        if(hours is null, 0, hours_stake) as hours_weight,
        if(start is null, 0, start_stake) as start_weight,
        if(travel is null, 0, travel_stake) as travel_weight,
        experience_stake + hours_stake + start_stake + travel_stake as total
    from staked
)
select
    id,
    coalesce(asked.mustHave, false) as experience_essential,
    coalesce(experience, 1)::float as experience,
    coalesce(hours, 1)::float as hours,
    coalesce(start, 0)::float as start,
    coalesce(travel, 0)::float as travel,
    experience_weight::float as experience_weight,
    hours_weight::float as hours_weight,
    start_weight::float as start_weight,
    travel_weight::float as travel_weight,
    -- Who asks nothing may be met by anything from 0 to 1.
    if(total > 0, total - experience_weight - hours_weight - start_weight - travel_weight, 1)::float as silent,
    if(total > 0, total, 1)::float as total,
    coalesce(pay.minValue, 0)::float as pay_least,
    coalesce(pay.maxValue::float, 'infinity') as pay_most,
    coalesce(way.onSiteDaysPerWeek.minValue::float, '-infinity') as office_least,
    coalesce(way.onSiteDaysPerWeek.maxValue::float, 'infinity') as office_most,
    coalesce(week::float, 'infinity') as week,
    coalesce(team::float, 'infinity') as team,
    coalesce(notice, 0)::float as notice,
    (week is null)::int::float as week_unknown,
    (team is null)::int::float as team_unknown,
    (notice is null)::int::float as notice_unknown
from weighed;

create table candidate_sides as
with wanted as (
    select
        *,
        aspirations.pay.options[1].minimum as pay,
        aspirations.schedule.options[1].hoursPerWeek.maxValue as week,
        aspirations.workplace.options[1].maxOnSiteDaysPerWeek as office,
        extensions."org.example.teamSize" as team,
        aspirations.schedule.options[1].minNoticeDays as notice,
        coalesce(aspirations.indifferent, []) as indifferent
    from candidates
), staked as (
    select
        * exclude (experience),
        experience[1].months as months,
        getvariable('pay') * stake(
            list_contains(indifferent, 'pay'), pay, aspirations.pay.importance, getvariable('pay_silence')
        ) as pay_stake,
        getvariable('week') * stake(
            list_contains(indifferent, 'schedule'), week, aspirations.schedule.importance, getvariable('week_silence')
        ) as week_stake,
        getvariable('office') * stake(
            list_contains(indifferent, 'workplace'),
            office,
            aspirations.workplace.importance,
            getvariable('office_silence')
        ) as office_stake,
        getvariable('team') * stake(false, team, null, getvariable('team_silence')) as team_stake,
        getvariable('notice') * stake(
            list_contains(indifferent, 'schedule'), notice, aspirations.schedule.importance, getvariable('notice_silence')
        ) as notice_stake
    from wanted
), weighed as (
    select
        *,
        if(pay is null, 0, pay_stake) as pay_weight,
        if(week is null, 0, week_stake) as week_weight,
        if(office is null, 0, office_stake) as office_weight,
        if(team is null, 0, team_stake) as team_weight,
        if(notice is null, 0, notice_stake) as notice_weight,
        pay_stake + week_stake + office_stake + team_stake + notice_stake as total
    from staked
)
select
    id,
    coalesce(months, 0)::float as experience,
    coalesce(availability.hoursPerWeek.maxValue, 0)::float as hours,
    coalesce(epoch(availability."from")::float / 86400, 'infinity') as start,
    coalesce(availability.travelShare::float, '-infinity') as travel,
    (months is null)::int::float as experience_unknown,
    (availability.hoursPerWeek.maxValue is null)::int::float as hours_unknown,
    (availability."from" is null)::int::float as start_unknown,
    (availability.travelShare is null)::int::float as travel_unknown,
    coalesce(aspirations.pay.dealBreaker and pay_weight > 0, false) as pay_essential,
    coalesce(pay, 1)::float as pay,
    coalesce(week, 1)::float as week,
    coalesce(office, 1)::float as office,
    coalesce(team, 1)::float as team,
    coalesce(notice, 1)::float as notice,
    pay_weight::float as pay_weight,
    week_weight::float as week_weight,
    office_weight::float as office_weight,
    team_weight::float as team_weight,
    notice_weight::float as notice_weight,
    if(total > 0, total - pay_weight - week_weight - office_weight - team_weight - notice_weight, 1)::float as silent,
    if(total > 0, total, 1)::float as total
from weighed;
