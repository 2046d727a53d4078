package office

import (
	"time"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
)

// Level is the light beside a task.
type Level string

// The three lights: at once, soon, in order.
const (
	Red    Level = "do"
	Yellow Level = "vang"
	Green  Level = "xanh"
)

// Place is a place of the program that a number or a button leads to.
type Place struct {
	Screen string // "nguoi-lao-dong", "bang-luong", "ho-so"
	ID     string // a dossier, a person, a month; "" = the screen as a whole
}

// Todo is one line of «Việc cần làm»: what, why, and the button that starts it.
type Todo struct {
	Level  Level
	Title  string
	Why    string
	Button string
	Go     Place
}

// MonthFigure is a bar of the chart: heads and wage fund of a month.
type MonthFigure struct {
	Month law.Month
	Known bool // false: no payroll of that month in the store
	Heads int
	Fund  int64 // đồng
}

// StateCount is how many dossiers of the month stand in a state.
type StateCount struct {
	State storage.State
	Say   string
	N     int
}

// Overview is the first screen.
type Overview struct {
	Month    law.Month
	Todo     []Todo
	DangDong int   // people contributing
	DangCo   int   // people in the list, also those who contribute nothing now: on leave, ill
	Tang     int   // proposals or dossier rows of this month: increases
	Giam     int   // and decreases
	QuyLuong int64 // wage fund on which contributions are due, đồng
	PhaiDong int64 // due for the month, đồng
	HanDong  law.Day
	VuotTran int // people whose pay is above the cap
	Tran     int64
	ChuaDoc  int // notices in the inbox that nobody has read
	// Missing data: people without a social insurance number, an identity number,
	// a title, a pay. Thieu counts people whose record lacks anything, see Missing.
	Thieu, ThieuMaSo, ThieuCCCD, ThieuChucDanh, ThieuLuong int

	Months    []MonthFigure // twelve, oldest first
	ByState   []StateCount
	ThamChieu int64 // mức tham chiếu in force
}

// Step is one of the agency's four steps.
type Step struct {
	N       int       `json:"n"`
	Code    string    `json:"code"`
	Message string    `json:"message"`
	Time    time.Time `json:"time"`
	Awaits  bool      `json:"awaitsCode,omitempty"` // the gateway waits for the code that it mailed: see Office.Confirm
}

// Event is one line of a dossier's history, oldest first.
type Event struct {
	Time time.Time `json:"time"`
	From string    `json:"from"`
	To   string    `json:"to"`
	Say  string    `json:"message"`
	Raw  string    `json:"raw,omitempty"` // the gateway's own answer, word for word
	Who  string    `json:"who,omitempty"` // who did it; "" where nobody did, or nobody can tell
}

// DossierView is a dossier as a person sees it.
type DossierView struct {
	storage.Dossier
	Title       string // procedure, month, batch in words
	StateSay    string
	Held        string // what a checked draft waits for beside the signature: «Đang giao ký», «Chờ duyệt»; often ""
	Docs        []*form.Doc
	Files       []File // the signed files, once signed
	Signer      string
	SignedAt    time.Time
	Key         string // idempotency key of the submission
	SoHoSo      string
	Receipt     string // the gateway\'s mã giao dịch, "" while there is none
	Steps       []Step
	Events      []Event
	Attempts    []Attempt // every time it was handed to the wire, and what was heard
	Attachments []string
	Attached    []PaperFile // the same, with what they are
	Papers      []PaperLine // what the case asks for; none where nobody has said the service
	AwaitsCode  bool        // a first registration whose mailed code the gateway waits for
	SampleCode  string      // that code, where the practice gateway holds it: it sends no letters
	HandIn      string      // who hands it in and where, in words; "" where it is sent through an I-VAN
}

// File is a named piece of bytes: a printed form, a signed file, a result.
type File struct {
	Name  string
	Bytes []byte
}

// PINNeed says what a key wants of a person before it signs.
type PINNeed string

// What a key may want.
const (
	NoPIN       PINNeed = ""         // nothing
	NeedsPIN    PINNeed = "can"      // its PIN, on this computer or on the reader
	LastPIN     PINNeed = "lan-cuoi" // its PIN, and consent: one try is left
	PINUnusable PINNeed = "khong"    // nothing helps: locked, not set
)

// KeyInfo is a key as a person chooses it.
type KeyInfo struct {
	Spec    string // what OpenKey takes: "p12:FILE", "pkcs11:…", "thuc-hanh"
	Name    string // the holder
	TaxCode string
	Issuer  string
	Serial  string // of the certificate, hex
	From    time.Time
	Until   time.Time
	Say     string // a warning in words: expired, soon expired, another tax code
	Unfit   bool   // the warning forbids signing for the employer at hand
	others  bool   // and only because the tax code is not the employer's

	Token  string // the label of the token that holds it, "" for another kind of key
	PIN    PINNeed
	PINSay string // what its PIN has left, in words; "" where all is well
	PINPad bool   // the PIN is typed on the reader

	Account string // of a remote service, by its name; "" for another kind of key
	Service string // which service that is, in words
}
