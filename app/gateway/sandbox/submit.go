package sandbox

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"
)

type submitRequest struct {
	Khoa     string `json:"khoa"`
	MaIVAN   string `json:"maIVAN"`
	LoaiGoi  string `json:"loaiGoi"`
	TenFile  string `json:"tenFile"`
	DoDai    int64  `json:"doDai"`
	SHA256   string `json:"sha256"`
	NoiDung  string `json:"noiDung"`
	DaTaiLen bool   `json:"daTaiLen"`
}

func (s *Sandbox) submit(w http.ResponseWriter, r *http.Request) {
	key := about(r)
	body, ok := s.jsonBody(w, r, maxBody, true)
	if !ok {
		return
	}
	if f, ok := s.faults.take(before); ok {
		s.strike(w, f, nil)
		return
	}
	in, content, detail := s.readRequest(body, key)
	if detail != "" {
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-02", key, badForm, detail)
		return
	}
	f, struck := s.faults.take(after)
	out := s.process(in, content)
	if struck && f.name == "double" {
		out = s.process(in, content)
	}
	if struck && (out.status < 300 || f.name != "wrong-receipt") {
		s.strike(w, f, &out)
		return
	}
	answer(w, out.status, out.mediaType, out.body)
}

const badForm = "Gói tin không đúng khuôn dạng"

// jsonBody reads the JSON of a request, at most limit bytes; keyed says that it
// must name a key in its header. It has answered where ok is false.
func (s *Sandbox) jsonBody(w http.ResponseWriter, r *http.Request, limit int64, keyed bool) (body []byte, ok bool) {
	key := about(r)
	if keyed && key == "" {
		refuse(w, http.StatusBadRequest, "goi-tin", "E-GOI-01", key, badForm, keyHeader+": phải là một UUID viết thường.")
		return nil, false
	}
	if t, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || t != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, "goi-tin", "E-GOI-01", key, badForm, "Content-Type: phải là application/json.")
		return nil, false
	}
	if f, ok := s.faults.take(always); ok {
		sleep(r.Context(), f.wait)
	}
	return s.body(w, r, limit)
}

// body reads a body, slowly if a fault wants it. It has answered where ok is false
// and the sender is still there.
func (s *Sandbox) body(w http.ResponseWriter, r *http.Request, limit int64) (body []byte, ok bool) {
	tooLong := func() {
		refuse(w, http.StatusRequestEntityTooLarge, "goi-tin", "E-LIM-02", about(r), badForm, fmt.Sprintf("Gói tin: không quá %d MB.", limit>>20))
	}
	if r.ContentLength > limit {
		tooLong()
		return nil, false
	}
	body, err := io.ReadAll(s.slowed(r, http.MaxBytesReader(w, r.Body, limit)))
	if e := (*http.MaxBytesError)(nil); errors.As(err, &e) {
		tooLong()
		return nil, false
	}
	return body, err == nil // else the sender went away
}

// readRequest reads the JSON of a submission; detail says what is wrong.
func (s *Sandbox) readRequest(body []byte, key string) (in submitRequest, content []byte, detail string) {
	if err := json.Unmarshal(body, &in); err != nil {
		return in, nil, "Thân gói tin: không đọc được JSON."
	}
	names, kind := fileNames[in.LoaiGoi]
	switch {
	case in.Khoa != key:
		return in, nil, "khoa: phải giống " + keyHeader + "."
	case !kind:
		return in, nil, "loaiGoi: phải là HSNV, HSDK hoặc HSDKLanDau."
	case !slices.Contains(names, in.TenFile):
		return in, nil, fmt.Sprintf("tenFile: gói %s phải là %s.", in.LoaiGoi, strings.Join(names, ", "))
	case in.DaTaiLen && in.NoiDung != "":
		return in, nil, "daTaiLen: đã tải lên thì không gửi noiDung."
	}
	if in.DaTaiLen {
		content, detail = s.uploadedContent(in)
		return in, content, detail
	}
	content, err := base64.StdEncoding.Strict().DecodeString(in.NoiDung)
	switch {
	case err != nil || len(content) == 0:
		detail = "noiDung: phải là base64 của tệp hồ sơ."
	case in.DoDai != int64(len(content)):
		detail = fmt.Sprintf("doDai: ghi %d, nội dung dài %d byte.", in.DoDai, len(content))
	case in.SHA256 != hashOf(content):
		detail = "sha256: không khớp với nội dung."
	}
	return in, content, detail
}

// process is the whole of a submission: known key, checks, storing.
func (s *Sandbox) process(in submitRequest, content []byte) (out outcome) {
	defer func() {
		if recover() != nil { // an injected check broke; the dossier is not to blame
			out = trouble(in.Khoa, "Một bước kiểm tra của cổng thực hành bị hỏng; báo cho người phát triển.")
		}
	}()
	sub, known, err := s.known(in.Khoa, in.SHA256)
	if !known && err == nil {
		env, found := s.examine(in, content)
		blocking, reminders := found.split()
		if len(blocking) > 0 {
			return s.refusal(in, env, capped(append(blocking, reminders...)), len(blocking))
		}
		sub, known, err = s.accept(s.newSubmission(in, env, capped(reminders)), content, declaredIn(env.files))
	}
	switch {
	case errors.Is(err, errOtherBytes):
		return keyTaken(in.Khoa)
	case err != nil:
		return trouble(in.Khoa, "Cổng thực hành không ghi được hồ sơ; kiểm tra chỗ trống trên đĩa.")
	}
	status := http.StatusCreated
	if known {
		status = http.StatusOK
	}
	return outcome{status, "application/json", s.receiptOf(sub, known)}
}

func (s *Sandbox) refusal(in submitRequest, env *envelope, found []Finding, blocking int) outcome {
	r := Refusal{Khoa: in.Khoa, ThoiGian: s.now(), Loi: found}
	if env != nil {
		r.TenDonVi, r.MaThuTuc = cut(env.values["TenDoiTuong"], 255), cut(env.values["MaThuTuc"], 10)
	}
	detail := fmt.Sprintf("Hồ sơ có %d lỗi: %s", blocking, found[0].ThongBao)
	err := s.store.update(func(t *tx) error {
		t.dropUpload(in.Khoa)
		t.addRefusal(r)
		return nil
	})
	if err != nil {
		detail += " (Cổng thực hành không ghi được lần từ chối này vào sổ.)"
	}
	return outcome{http.StatusUnprocessableEntity, "application/problem+json", problem{
		Type: "urn:ankhai:cong:ho-so", Title: "Hồ sơ không được nhận", Status: http.StatusUnprocessableEntity,
		Ma: found[0].Ma, Khoa: in.Khoa, LuuY: notice, Detail: detail, Loi: found,
	}}
}

func (s *Sandbox) newSubmission(in submitRequest, env *envelope, reminders []Finding) Submission {
	now := s.now()
	sub := Submission{
		Khoa: in.Khoa, SHA256: in.SHA256, DoDai: int(in.DoDai), MaGiaoDich: newUUID(), ThoiGian: now.Truncate(time.Second),
		LoaiGoi: in.LoaiGoi, TenFile: in.TenFile,
		MaIVAN: in.MaIVAN, MaThuTuc: env.values["MaThuTuc"], TenThuTuc: env.values["TenThuTuc"], KyKeKhai: env.values["KyKeKhai"],
		TenDonVi: env.values["TenDoiTuong"], MaDonVi: env.values["MaSoBHXH"], MaSoThue: env.values["MaSoThue"], CoQuan: env.values["CoQuanQuanLy"],
		CanhBao: reminders, DangKy: env.use, Steps: s.opt.Steps,
	}
	if sub.LoaiGoi == HSDKLanDau {
		sub.Email, sub.XacNhan = env.values["Email"], freshConfirmation(sub.ThoiGian)
	}
	for _, f := range env.files {
		sub.Tep = append(sub.Tep, SubmittedFile{TenFile: f.tenFile, MaToKhai: f.maToKhai, DoDai: len(f.content)})
	}
	if f, ok := s.faults.take(taken); ok {
		sub.Hen = s.appointment(f, sub.ThoiGian)
	}
	return sub
}

// known answers for a key that is already held.
func (s *Sandbox) known(khoa, sha string) (Submission, bool, error) {
	sub, held := s.store.byKey(khoa)
	if !held {
		return Submission{}, false, nil
	}
	if sub.SHA256 != sha {
		return Submission{}, true, errOtherBytes
	}
	err := s.store.update(func(t *tx) error {
		t.repeat(t.mem.keys[khoa])
		return nil
	})
	return sub, true, err
}

// accept stores the package unless its key is already held. It tells the stored
// submission, and whether it was there before.
func (s *Sandbox) accept(sub Submission, content []byte, rows *declared) (out Submission, known bool, err error) {
	sealed := s.store.seals.now.seal(contentLabel(sub.SHA256), content)
	err = s.store.update(func(t *tx) error {
		if old := t.mem.keys[sub.Khoa]; old != nil {
			if known = true; old.SHA256 != sub.SHA256 {
				return errOtherBytes
			}
			t.repeat(old)
			out = *old
			return nil
		}
		so, err := t.mem.number(sub.CoQuan, sub.ThoiGian)
		if err != nil {
			return err
		}
		sub.SoHoSo = so
		t.putContent(sub.SHA256, sealed)
		t.addDossier(&sub)
		t.dropUpload(sub.Khoa)
		t.greet(&sub)
		t.fresh[sub.Khoa] = rows
		if err := s.settleIn(t, s.opt.Now().Add(t.mem.clock)); err != nil {
			return err
		}
		out = sub
		return nil
	})
	return out, known, err
}

// greet notes a unit that registers for the first time.
func (t *tx) greet(sub *Submission) {
	if sub.LoaiGoi != HSDKLanDau {
		return
	}
	u := t.mem.reg.byTax[plainTax(sub.MaSoThue)]
	if u == nil {
		u = &RegisterUnit{MaSoThue: sub.MaSoThue, Nguon: TuCong}
	}
	u.TenDonVi, u.CoQuan, u.Email, u.TrangThai = sub.TenDonVi, sub.CoQuan, sub.Email, ChoXacNhan
	t.putUnit(u)
}
