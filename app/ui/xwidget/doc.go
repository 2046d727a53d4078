// Package xwidget holds AnKhai's own widgets: text that wraps, buttons, cards,
// badges, the data grid with its editor, order, filters and search, the fault list,
// steps, timeline, drop zone, chart, and the fields: text in Vietnamese, days, months,
// money, choices among many, searched without diacritics.
//
// It knows no use case, no form and no law: what a cell says comes from a Model
// as text. It imports Fyne and app/ui/look; only app/ui and its screens import
// it. Widgets show and report, they decide nothing.
package xwidget
