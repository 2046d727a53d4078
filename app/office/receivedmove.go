package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// moveOn brings a dossier to where a file says it stands. What a gateway follows is
// the gateway's to say: there the file is kept and nothing moves.
func (o *Office) moveOn(ctx context.Context, ref storage.SentRef, in Incoming, words []byte, t *Taken) error {
	to := in.As
	if to == "" && t.Said.Chac {
		to = t.Said.KetLuan
	}
	note := func(say string, args ...any) {
		t.Found = append(t.Found, Finding{Field: t.Name, Level: form.Nhac, Say: fmt.Sprintf(say, args...)})
	}
	if to == "" && t.Said.KetLuan != "" {
		note("Lời trong tệp có vẻ là: %s. Chưa đổi trạng thái hồ sơ; đúng vậy thì nhập lại và nói rõ", t.Said.KetLuan.Say())
	}
	if to == "" && t.Said.SoHoSo == "" {
		return nil
	}
	sub, err := o.signedOne(ctx, ref.DossierID)
	if err != nil {
		return err
	}
	road, err := o.roadOfSent(ctx, sub, "")
	if errors.Is(err, ErrNoGateway) {
		road, err = nil, nil
	}
	if err != nil {
		return err
	}
	if road == nil || !road.byHand {
		if to != "" && stateFor(to) != sub.State {
			note("Hồ sơ này gửi qua cổng nên trạng thái do cổng trả lời: tệp đã giữ, hỏi tiến độ để cập nhật")
		}
		return nil
	}
	handed := sub.State == storage.DaKy && roadOfProcedure(ref.Procedure) != throughGateway
	if sub.State == storage.NghiVan || handed || sub.State == storage.DaGui && sub.SoHoSo == "" && t.Said.SoHoSo != "" {
		if err := o.Received(ctx, ref.DossierID, Proof{SoHoSo: t.Said.SoHoSo, Receipt: in.Data[:min(len(in.Data), storage.MaxAnswer)]}); err != nil {
			return err
		}
		t.Moved = storage.DaGui
		if sub, err = o.signedOne(ctx, ref.DossierID); err != nil {
			return err
		}
	}
	state := stateFor(to)
	if state == "" || state == sub.State {
		return nil
	}
	if !allowed(sub.State, state) {
		note("Tệp nói %s, nhưng hồ sơ đang ở trạng thái «%s» nên không đổi", to.Say(), sub.State.Say())
		return nil
	}
	raw, say := in.Data[:min(len(in.Data), storage.MaxAnswer)], "Theo tệp "+t.Name
	if state == storage.TraLai {
		raw = reasonBytes(in, words, t.Said)
	}
	m := storage.Move{SubmissionID: sub.ID, From: sub.State, To: state, Note: say, Raw: raw}
	if in.ByHand {
		m.Kind, m.Note = personKind, "Người dùng ghi: "+to.Say()
	}
	if err := o.store.MoveAll(ctx, []storage.Move{m}); err != nil {
		return err
	}
	t.Moved = state
	if state == storage.TraLai {
		return o.unfollow(ctx, ref.DossierID)
	}
	if state == storage.CoKetQua {
		return o.finish(ctx, ref.MaSoThue, ref.DossierID)
	}
	return nil
}

// stateFor is the state that a conclusion means.
func stateFor(k tralai.KetLuan) storage.State {
	switch k {
	case tralai.DaNhan:
		return storage.TiepNhan
	case tralai.CoKetQua:
		return storage.CoKetQua
	case tralai.BiTraLai:
		return storage.TraLai
	}
	return ""
}

// Told records what somebody was told of a dossier that no gateway follows, with the
// words and, where there is one, the số hồ sơ. ErrNotSaid without a conclusion.
func (o *Office) Told(ctx context.Context, id string, as tralai.KetLuan, soHoSo, words string) (Taken, error) {
	ctx = o.acting(ctx)
	if as == "" {
		return Taken{}, fmt.Errorf("record what was told of %s: %w", storage.Ref(id), ErrNotSaid)
	}
	if strings.TrimSpace(soHoSo) != "" {
		sub, err := o.signedOne(ctx, id)
		if err != nil {
			return Taken{}, err
		}
		if sub.SoHoSo == "" {
			if err := o.Received(ctx, id, Proof{SoHoSo: soHoSo}); err != nil {
				return Taken{}, err
			}
		}
	}
	words = strings.TrimSpace(words)
	if words == "" {
		words = "Không có lời nào kèm theo (" + as.Say() + ", " + clockWords(o.now()) + ")"
	}
	return o.Receive(ctx, Incoming{Name: "nhap-tay.txt", Data: []byte(words), Dossier: id, As: as, ByHand: true})
}
