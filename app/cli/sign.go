package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"ankhai/app/office"
	"ankhai/signing"
	"ankhai/storage"
)

func init() {
	register(
		&command{name: "sign", group: groupSign, short: "ký một hay nhiều hồ sơ, hoặc một tệp XML, PDF",
			use: "sign MÃ…|TỆP.xml|TỆP.pdf [--out NƠI_GHI] --key p12:TỆP|pkcs11:…|remote:TÊN [--pin-file TỆP|--pin-env BIẾN] [--tsa URL] [--stamp TRANG] [--compared LÝ_DO]",
			long: `Ký tờ khai, bản in và gói hồ sơ; từ đó các tệp không đổi nữa. Hồ sơ còn Lỗi thì không ký. Ký lại thì trả về đúng các tệp đã ký.
Nhiều hồ sơ: mở khoá một lần, ký lần lượt; hồ sơ còn lỗi thì bỏ qua. Bị ngắt giữa chừng thì chạy lại để ký tiếp.
  --out NƠI_GHI        hồ sơ: thư mục để ghi các tệp đã ký (không có thì chỉ giữ trong dữ liệu);
                       nhiều hồ sơ: mỗi hồ sơ một thư mục con; một tệp: tên tệp đã ký (mặc định: thêm -daky vào tên)
Một tệp PDF còn có:
  --tsa URL            kèm dấu thời gian của máy chủ này (RFC 3161)
  --stamp TRANG        vẽ con dấu lên trang này (từ 1; -1 là trang cuối), --corner duoi-phai|duoi-trai|tren-phai|tren-trai
  --place, --reason    nơi ký, lý do ký; --logo TỆP ảnh .png, .jpg trên con dấu
  --certify 1|2|3      chứng thực: sau đó không cho đổi gì, chỉ cho điền và ký, hoặc cho cả ghi chú
Sau khi khôi phục:
  --compared LÝ_DO     đã đối chiếu với cơ quan BHXH, và vẫn kê khai lại điều mà sổ đã gửi còn giữ; lý do được ghi vào hồ sơ
` + keyHelp, run: runSign},
		&command{name: "submit", group: groupSign, short: "gửi hồ sơ đã ký",
			use: "submit MÃ [--gateway https://…|file:THƯ_MỤC|thuc-hanh]",
			long: `Đưa hồ sơ vào hộp gửi và gửi. Gửi lại lệnh này bao nhiêu lần cũng chỉ nộp một lần: hồ sơ mang một khoá riêng,
và khi chưa rõ kết quả thì hỏi cổng trước. Không nối được thì hồ sơ nằm chờ trong hộp gửi.
  --gateway https://…       cổng theo giao thức đã công bố của chương trình
  --gateway file:THƯ_MỤC    ghi gói đã ký ra thư mục, để tự nộp qua I-VAN
  --gateway thuc-hanh       cổng thực hành chạy trong chương trình này
  (không có: nơi đã nhập bằng bhxh init --gateway; công ty mẫu: cổng thực hành)`, run: runSubmit},
		&command{name: "status", group: groupSign, short: "hỏi tiến độ của hồ sơ",
			use:  "status MÃ [--gateway ĐỊA_CHỈ]",
			long: `Hỏi cổng về số hồ sơ và bốn bước giải quyết, rồi ghi vào hồ sơ. Hồ sơ chưa gửi thì trả lời trạng thái đang có.`, run: runStatus},
		&command{name: "results", group: groupSign, short: "kết quả, biên nhận, thông báo của hồ sơ: lấy từ cổng, nhập từ tệp",
			use: resultsUse, long: resultsHelp, run: runResults},
	)
}

func runSign(c *call) error {
	var k keyFlags
	var p pdfFlags
	var out, compared string
	if err := c.flags(1, -1, func(fs *flag.FlagSet) {
		k.define(fs)
		p.define(fs)
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&compared, "compared", "", "")
	}); err != nil {
		return err
	}
	how, err := p.read(c.args[0])
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	key, err := k.open(c, o)
	if err != nil {
		return err
	}
	defer key.Close()
	if compared != "" && !isFile(c.args[0]) {
		for _, id := range c.args {
			if err := o.ConfirmSentBefore(c.ctx, id, compared); err != nil {
				return err
			}
		}
	}
	if len(c.args) > 1 {
		return c.signAll(o, key, out)
	}
	if isFile(c.args[0]) {
		return c.signFile(o, key, out, how)
	}
	signed, err := o.Sign(c.ctx, c.args[0], key)
	var faults *office.FaultsError
	if errors.As(err, &faults) {
		if err := c.answer(map[string]any{"files": []string{}, "faults": flat(faults.Faults)}, func(w io.Writer) { printFaults(w, faults.Faults) }); err != nil {
			return err
		}
		fmt.Fprintln(c.Err, office.Say(faults))
		return errFaults
	}
	if err != nil {
		return err
	}
	names := []string{}
	for _, f := range signed.Files {
		names = append(names, f.Name)
	}
	if out != "" {
		for i, f := range signed.Files {
			names[i] = filepath.Join(out, filepath.Base(f.Name))
			if err := office.WriteFile(names[i], f.Bytes); err != nil {
				return err
			}
		}
	}
	if out == "" && !c.json {
		fmt.Fprintln(c.Err, "Các tệp đã ký nằm trong dữ liệu. Muốn có tệp: thêm --out THƯ_MỤC, hoặc bhxh export "+c.args[0]+" --out TỆP")
	}
	return c.signed(names, signed.Signer, signed.TaxCode, signed.Time)
}

func (c *call) signFile(o *office.Office, key signing.Key, out string, how office.PDFSignature) error {
	path := c.args[0]
	data, err := readFile(path)
	if err != nil {
		return err
	}
	f, err := o.SignFile(c.ctx, filepath.Base(path), data, key, how)
	if err != nil {
		return err
	}
	if out == "" {
		out = office.SignedName(path)
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	cert := key.Certificate()
	return c.signed([]string{out}, signing.CommonName(cert), signing.TaxCode(cert), c.Now())
}

func (c *call) signed(files []string, signer, taxCode string, at time.Time) error {
	return c.answer(map[string]any{"files": files, "signer": signer, "taxCode": taxCode, "time": at.UTC().Format(time.RFC3339)}, func(w io.Writer) {
		if taxCode != "" {
			signer += ", mã số thuế " + taxCode
		}
		fmt.Fprintf(w, "Đã ký bởi %s, lúc %s\n", signer, stamp(at))
		for _, f := range files {
			fmt.Fprintln(w, " ", f)
		}
	})
}

// errRefused ends a command whose answer already said the reason.
var errRefused = errors.New("refused")

func runSubmit(c *call) error {
	gw, o, err := c.gateway(1)
	if err != nil {
		return err
	}
	sent, err := o.Send(c.ctx, c.args[0], gw)
	var proven *office.ProvenError
	if errors.As(err, &proven) {
		return c.proven(o, proven)
	}
	if err != nil {
		return err
	}
	v, err := o.Refresh(c.ctx, c.args[0], gw)
	if errors.Is(err, office.ErrNotAsked) { // it has arrived; only its progress is not known yet
		fmt.Fprintln(c.Err, office.Say(err))
		v, err = o.Dossier(c.ctx, c.args[0])
	}
	if err != nil {
		return err
	}
	if v.SoHoSo == "" {
		v.SoHoSo = sent.SoHoSo
	}
	err = c.answer(map[string]any{"id": v.ID, "state": v.State, "stateName": v.StateSay, "receipt": v.Receipt, "soHoSo": v.SoHoSo, "key": v.Key}, func(w io.Writer) {
		fmt.Fprintf(w, "%s: %s\n", v.ID, v.StateSay)
		if v.Receipt != "" {
			fmt.Fprintln(w, "Mã giao dịch:", v.Receipt)
		}
		if v.SoHoSo != "" {
			fmt.Fprintln(w, "Số hồ sơ:", v.SoHoSo)
		}
	})
	if err == nil && (v.State == storage.TraLai || v.State == storage.Huy) {
		return c.closed(v)
	}
	return err
}

// proven says that a dossier was sent before the data was restored.
func (c *call) proven(o *office.Office, e *office.ProvenError) error {
	v, err := o.Dossier(c.ctx, e.DossierID)
	if err != nil {
		return err
	}
	if err := c.answer(map[string]any{"id": v.ID, "state": v.State, "stateName": v.StateSay, "receipt": v.Receipt, "soHoSo": v.SoHoSo, "key": v.Key,
		"message": e.Say()}, func(io.Writer) {}); err != nil {
		return err
	}
	fmt.Fprintln(c.Err, e.Say())
	return errRefused
}

// closed says why a dossier that is closed cannot be sent, and what to do.
func (c *call) closed(v office.DossierView) error {
	if n := len(v.Events); n > 0 {
		fmt.Fprintln(c.Err, v.Events[n-1].Say)
	}
	fmt.Fprintf(c.Err, "Hồ sơ %s đã đóng (%s) nên không gửi nữa. Lập lại để sửa và gửi: bhxh again %s\n", v.ID, v.StateSay, v.ID)
	return errRefused
}

// gateway parses n arguments and --gateway, and opens the office.
func (c *call) gateway(n int) (string, *office.Office, error) {
	var gw string
	if err := c.flags(n, n, func(fs *flag.FlagSet) { fs.StringVar(&gw, "gateway", "", "") }); err != nil {
		return "", nil, err
	}
	o, err := c.office()
	return gw, o, err
}

func runStatus(c *call) error {
	gw, o, err := c.gateway(1)
	if err != nil {
		return err
	}
	v, err := o.Refresh(c.ctx, c.args[0], gw)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{
		"id": v.ID, "state": v.State, "stateName": v.StateSay, "soHoSo": v.SoHoSo, "receipt": v.Receipt,
		"steps": list(v.Steps), "events": list(v.Events),
	}, func(w io.Writer) { printDossier(w, v) })
}
