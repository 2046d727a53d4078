// Package han reckons time limits: from an event (somebody is hired, a child is
// born, a month's payment falls due) with its dates it says what must be done, by
// whom, by when, on which article, who must then decide by when, and what follows
// if it is late.
//
// The clocks are rows of data/han.tsv: an event, who acts, the day from which it
// counts, how many days of which kind, how the first and the last day are treated,
// the case of a service that is filed, the basis and how sure that is. Where the
// law sets no number the clock says so and gives the day that practice asks for,
// marked as such. A day that depends on a step nobody has told is reckoned from
// that step's last day, and marked as supposed.
//
// The first day of a period does not count and a last day that is off moves on,
// as the Civil Code says (Bộ luật Dân sự 91/2015/QH13 Điều 147, 148); the insurance
// law is silent on both, so every answer also has the day before which nothing
// depends on it. Events before 01/07/2025 fall under the former law, which the
// tables do not hold.
//
// It knows no clock on the wall, no store, no screen and no form. It imports
// forms/services, forms/law and forms/law/lich; app may import it.
package han
