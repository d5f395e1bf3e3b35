// What ical.js finds in an iCalendar file, between two moments:
//
//     node read_calendar.mjs 2026-11-01T00:00:00Z 2028-03-01T00:00:00Z < agenda.ics
//
// Prints JSON: a list of {uid, start, end, status, summary}. Hours are in UTC, read with the VTIMEZONEs of the file and
// no other; whole days are dates, their end exclusive.
import { readFileSync } from "node:fs";
import ICAL from "./ical.min.mjs";

const [first, last] = process.argv.slice(2).map(said => Date.parse(said) / 1000);
// How far from its place in the series a date may have been moved.
const FARTHEST = 60 * 24 * 3600;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
ICAL.TimezoneService.reset();
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const written = time => time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();

function* datesOf(component, exceptions) {
    const event = new ICAL.Event(component, { exceptions });
    const series = event.iterator();
    for (let next = series.next(); next && next.toUnixTime() < last + FARTHEST; next = series.next()) {
        const { startDate, endDate, item } = event.getOccurrenceDetails(next);
        if (startDate.toUnixTime() < first || startDate.toUnixTime() >= last) continue;
        const status = item.component.getFirstPropertyValue("status");
        yield { uid: item.uid, start: written(startDate), end: written(endDate), status, summary: item.summary };
    }
}

const events = calendar.getAllSubcomponents("vevent");
const uid = component => component.getFirstPropertyValue("uid");
const [changed, whole] = [true, false].map(is => events.filter(one => one.hasProperty("recurrence-id") === is));
const found = whole.flatMap(one => [...datesOf(one, changed.filter(other => uid(other) === uid(one)))]);
process.stdout.write(JSON.stringify(found));
