package office

import (
	"errors"
	"fmt"
	"time"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// ErrNotSettled: the gateway could not be asked what became of an earlier attempt.
var ErrNotSettled = errors.New("the gateway could not be asked about an earlier attempt")

// verdict is what an answer means for a submission: the moves to be written
// together, what a person is told, how long it is left alone.
type verdict struct {
	p      *parcel
	moves  []storage.Move
	soHoSo string
	err    error // nil = the gateway holds the dossier
	pause  time.Duration
}

// The kinds of events that the outbox writes.
const (
	unclearKind = "chua-ro"   // an attempt whose outcome is unknown
	silentKind  = "hoi"       // a question without a usable answer
	otherKind   = "goi-khac"  // the gateway holds other bytes
	personKind  = "nguoiDung" // a person's word
)

// then adds what was found out right after.
func (v verdict) then(next verdict) verdict {
	next.moves = append(v.moves, next.moves...)
	return next
}

// judge reads the answer to a submission that stands at DangGui.
func judge(p *parcel, rec gateway.Receipt, err error, r rest) verdict {
	v := verdict{p: p, err: err}
	move := func(to storage.State, kind string, retry *storage.Retry) verdict {
		v.moves = []storage.Move{{SubmissionID: p.ID, From: storage.DangGui, To: to, Kind: kind, Note: Say(err), Raw: rawOf(err), Retry: retry}}
		return v
	}
	failures := p.Retry.Failures + 1
	switch {
	case err == nil:
		return judgeHeld(p, rec)
	case errors.Is(err, gateway.ErrRefused):
		return move(storage.TraLai, "", nil)
	case errors.Is(err, gateway.ErrKeyTaken):
		return move(storage.NghiVan, "", nil)
	case errors.Is(err, gateway.ErrDown), errors.Is(err, gateway.ErrCredentials), errors.Is(err, gateway.ErrPackage):
		v.pause = r.after(failures, err)
		return move(storage.ChoGui, "", p.retry(storage.ChoGui, failures, v.pause))
	}
	v.pause = r.after(failures, err)
	return move(storage.DangGui, unclearKind, p.retry(storage.DangGui, failures, v.pause))
}

// judgeHeld reads a receipt. One for other bytes is no receipt: a person has to
// look.
func judgeHeld(p *parcel, rec gateway.Receipt) verdict {
	from, moves := p.State, []storage.Move(nil)
	if from == storage.ChoGui { // this data did not know that it had gone out
		from = storage.DangGui
		note := "Cổng đã giữ hồ sơ này từ trước"
		if p.restored {
			note += " khi khôi phục"
		}
		moves = []storage.Move{{SubmissionID: p.ID, From: storage.ChoGui, To: from, Note: note,
			Raw: rec.Raw, Retry: p.retry(from, 0, 0)}}
	}
	if rec.SHA256 != p.SHA256 {
		m := storage.Move{SubmissionID: p.ID, From: from, To: storage.NghiVan, Note: "Cổng giữ một gói khác dưới cùng khoá", Raw: rec.Raw}
		if from == storage.NghiVan {
			m.Kind = otherKind
		}
		return verdict{p: p, err: gateway.ErrKeyTaken, moves: append(moves, m)}
	}
	note := "Cổng đã nhận, mã giao dịch " + rec.MaGiaoDich
	if rec.Kind == gateway.KindExport {
		note = "Đã xuất tệp " + rec.TepXuat
	}
	return verdict{p: p, soHoSo: rec.SoHoSo, moves: append(moves, storage.Move{
		SubmissionID: p.ID, From: from, To: storage.DaGui, Note: note, Raw: rec.Raw, Receipt: rec.Raw, SoHoSo: rec.SoHoSo,
	})}
}

// judgeSilent reads a question without a usable answer: the submission stays
// where it is. The same words again are no new event.
func judgeSilent(p *parcel, err error, r rest) verdict {
	if errors.Is(err, gateway.ErrDown) || errors.Is(err, gateway.ErrUnclear) {
		err = fmt.Errorf("%w: %w", ErrNotSettled, err)
	}
	v := verdict{p: p, err: err}
	if p.State == storage.NghiVan {
		return v
	}
	failures := p.Retry.Failures + 1
	v.pause = r.after(failures, err)
	m := storage.Move{SubmissionID: p.ID, From: p.State, To: p.State, Retry: p.retry(p.State, failures, v.pause)}
	if say := Say(err); say != p.Said {
		m.Kind, m.Note, m.Raw = silentKind, say, rawOf(err)
	}
	v.moves = []storage.Move{m}
	return v
}

// judgeUnaskable is for what may have arrived where nobody can be asked.
func judgeUnaskable(p *parcel) verdict {
	return verdict{p: p, err: ErrDoubt, moves: []storage.Move{{
		SubmissionID: p.ID, From: storage.DangGui, To: storage.NghiVan,
		Note: "Lần gửi trước bị ngắt và nơi nhận không hỏi lại được: người dùng xem rồi quyết định",
	}}}
}

// judgeCarried is for what the data that a backup replaced knew as sent, and the
// gateway does not hold under its key.
func judgeCarried(p *parcel, known storage.Arrived) verdict {
	say := "Dữ liệu trước khi khôi phục ghi hồ sơ này đã gửi lúc " + known.At.In(vietnam).Format("15:04 02/01/2006")
	if known.SoHoSo != "" {
		say += ", số hồ sơ " + known.SoHoSo
	}
	say += ", nhưng nơi nhận không xác nhận"
	v := verdict{p: p, err: ErrDoubt}
	if p.State == storage.ChoGui {
		v.moves = []storage.Move{{SubmissionID: p.ID, From: storage.ChoGui, To: storage.DangGui, Note: "Chưa gửi ở lần này",
			Retry: p.retry(storage.DangGui, 0, 0)}}
	}
	v.moves = append(v.moves, storage.Move{SubmissionID: p.ID, From: storage.DangGui, To: storage.NghiVan, Note: say})
	return v
}

// judgeUnsent is for an intent that was not carried out: no byte has left.
func judgeUnsent(p *parcel, err error) verdict {
	return verdict{p: p, err: err, moves: []storage.Move{{
		SubmissionID: p.ID, From: storage.DangGui, To: storage.ChoGui, Note: "Chưa gửi đi: dừng trước khi gửi",
		Retry: p.retry(storage.ChoGui, p.Retry.Failures, 0),
	}}}
}

// rawOf is the gateway's own answer behind an error, word for word.
func rawOf(err error) []byte {
	var r *gateway.RefusedError
	if errors.As(err, &r) {
		return r.Raw
	}
	var u *gateway.UnclearError
	if errors.As(err, &u) {
		return u.Raw
	}
	return nil
}
