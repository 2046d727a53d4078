package office

import (
	"ankhai/signing"
	"ankhai/storage"
)

// What screens show of what is kept and of keys: values, never a deed.

// Types of keys.
type (
	// Key is a private key that can sign, wherever it lives, and the certificate that
	// belongs to it.
	Key = signing.Key
	// SignReport is what a verifier found.
	SignReport = signing.Report
)

// Values of keys.
var (
	ErrOpenFolder = signing.ErrOpenFolder
)

// SaySigning gives the Vietnamese sentence for any error of this package or
// wrapping one; "" for nil.
func SaySigning(err error) string { return signing.Say(err) }

// Types of what is kept.
type (
	// Backup is a good backup on a shelf: it was read through before it got its name.
	Backup = storage.Backup
	// BackupInfo is what VerifyBackup found in a backup.
	BackupInfo = storage.BackupInfo
	// Benefit is a period of a benefit of one person.
	Benefit = storage.Benefit
	// BenefitState says how far a period of a benefit has come.
	BenefitState = storage.BenefitState
	// Career is what of a person's working life the roster cannot know.
	Career = storage.Career
	// DocChange says what an undo or a redo did to a form: cells, with what stands there
	// now, then rows of a table from a place on.
	DocChange = storage.Change
	// Dossier is a hồ sơ: a procedure of an employer in a month, as a draft or frozen
	// by its submission.
	Dossier = storage.Dossier
	// Handover is a draft that was handed out to be signed elsewhere.
	Handover = storage.Handover
	// Holding is what a data file holds of one employer.
	Holding = storage.Holding
	// Joined is a join that was made.
	Joined = storage.Joined
	// Mark is what somebody said of a paper: whom alone it concerns, "" for nobody in
	// particular, and that it is sensitive data (Nghị định 356/2025/NĐ-CP, Điều 4).
	Mark = storage.Mark
	// Merged is what came of taking an employer in from another data file.
	Merged = storage.Merged
	// OpenInfo is what is in an open export.
	OpenInfo = storage.OpenInfo
	// OpenPackFaults are all that was found wrong with an open export, and the error
	// of one that cannot be taken in.
	OpenPackFaults = storage.OpenFaults
	// PaperAnswer answers a paper of the case without a file.
	PaperAnswer = storage.PaperAnswer
	// Payroll is one month's payroll of an employer, as it was read from a workbook.
	Payroll = storage.Payroll
	// Retention is how long an employer keeps what it holds of people. A zero is not
	// known: nobody has said, so nothing is due.
	Retention = storage.Retention
	// State is where a dossier and its submission stand.
	State = storage.State
)

// Constants of what is kept.
const (
	BiTuChoi        = storage.BiTuChoi      // of a period: refused
	ChoGui          = storage.ChoGui        // queued
	CoKetQua        = storage.CoKetQua      // the result is here; final
	DaGui           = storage.DaGui         // a receipt is here
	DaKiem          = storage.DaKiem        // draft, checked without a fault that blocks; an edit makes it Nhap again
	DaDuyet         = storage.DaDuyet       // of a period: granted
	DaKy            = storage.DaKy          // signed and frozen
	DeNghi          = storage.DeNghi        // of a period: asked for
	DangGiaiQuyet   = storage.DangGiaiQuyet // the agency works on it
	DangGui         = storage.DangGui       // handed to the wire: the outcome is unknown
	FromDossier     = storage.FromDossier   // of a period: a signed dossier told of it
	Huy             = storage.Huy           // cancelled; final
	NghiVan         = storage.NghiVan       // nobody can tell whether it arrived: the user decides
	Nhap            = storage.Nhap          // draft
	PaperKept       = storage.PaperKept     // kept by the employer; the note says number and day
	PaperUnneeded   = storage.PaperUnneeded // not needed; the note says why
	SignOffApproved = storage.Approved      // it may be signed
	SignOffRefused  = storage.Refused       // it may not
	TiepNhan        = storage.TiepNhan      // accepted, has its số hồ sơ
	TraLai          = storage.TraLai        // returned or refused; final, a new draft may link to it
)

// Values of what is kept.
var (
	ErrDamaged       = storage.ErrDamaged
	ErrExists        = storage.ErrExists
	ErrJournal       = storage.ErrJournal
	ErrNotFound      = storage.ErrNotFound
	ErrNothingToUndo = storage.ErrNothingToUndo
)
