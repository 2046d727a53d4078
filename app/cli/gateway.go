package cli

import (
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"

	"ankhai/app/gateway/sandbox"
	"ankhai/app/office"
)

func init() {
	register(&command{name: "gateway", group: groupSign, short: "tài khoản ở cổng, hỏi cổng; chạy cổng thực hành trên máy này",
		use: "gateway serve|show|set|account|confirm|pin|health|unit|lists|person …",
		long: `Hỏi cổng của đơn vị (--employer MST: đơn vị khác; --gateway ĐỊA_CHỈ: cổng khác cổng đã nhớ):
  gateway show         hồ sơ của đơn vị đi đâu: cổng, I-VAN, tài khoản (không in mật khẩu), khoá đã ghim
  gateway set ĐỊA_CHỈ [--ivan-code NĂM_CHỮ_SỐ] [--ivan-name TÊN]   nhớ cổng và I-VAN của đơn vị
  gateway account set TÊN [--secret-file TỆP | --secret-env BIẾN]   tài khoản I-VAN của đơn vị; mật khẩu cất trong kho khoá của máy
  gateway account show | remove
  gateway confirm HỒ_SƠ MÃ   mã xác nhận mà cổng gửi tới thư điện tử của đơn vị đăng ký lần đầu (HSDK-LanDau)
  gateway pin ĐỊA_CHỈ [--now | --pin MÃ,MÃ | --none]   khoá cổng đang xuất trình; ghim lại, hoặc bỏ ghim
  gateway health       cổng có chạy không, đồng hồ lệch bao nhiêu
  gateway unit         đơn vị đã đăng ký dùng I-VAN này chưa
  gateway lists        phiên bản các danh mục mã của cổng, bên cạnh của chương trình
  gateway person SỐ    dữ liệu của cơ quan BHXH về một người trong danh sách, bên cạnh của đơn vị
Chạy cổng thực hành: gateway serve [--addr 127.0.0.1:8443] [--data THƯ_MỤC] [--fault KỊCH_BẢN] [--ca TỆP.pem]
Một cổng tiếp nhận hoàn chỉnh để tập và thử, chỉ nghe trên máy này, qua HTTPS. Sổ của cổng nằm trong THƯ_MỤC/cong-thuc-hanh, còn nguyên khi cổng dừng, kể cả dừng đột ngột.
Mở https://127.0.0.1:8443/ để xem cổng đã nhận gì, xem từng tệp, duyệt hoặc trả lại hồ sơ, vặn đồng hồ của cổng tới. Mọi kết quả không có giá trị pháp lý.
--ca: chỉ nhận chứng thư số do các gốc trong tệp này cấp; bỏ --ca thì không xét nơi cấp, để khoá thực hành nào cũng dùng được.
--fault làm cổng trục trặc theo ý, ví dụ: drop-answer:1 (bỏ câu trả lời sau khi đã nhận), 500:2, 503:1, half:1, double:1, html:1, delay:200ms,
wrong-cert:1 (chứng thư của cổng khác), slow-upload:5s, part-cut:1, return:1 (nhận rồi trả lại), return-days:3 (trả lại sau 3 ngày làm việc).
Số sau dấu hai chấm là số lần; nhiều trục trặc cách nhau bằng dấu phẩy; none hoặc bỏ --fault thì cổng chạy bình thường.
Dừng bằng Ctrl+C.`,
		run: runGateway})
}

func runGateway(c *call) error {
	var f gatewayFlags
	if err := c.flags(1, 3, f.define); err != nil {
		return err
	}
	if verb := c.args[0]; verb != "serve" {
		return c.askGateway(verb, f)
	}
	if len(c.args) > 1 {
		return wrong("gateway serve thừa đối số %q", c.args[1])
	}
	addr, fault, ca := f.addr, f.fault, f.ca
	if fault == "none" {
		fault = ""
	}
	if sandbox.ParseFaults(fault) != nil {
		return wrong("--fault không hiểu được %q; ví dụ: drop-answer:1, 500:2, delay:200ms, none", fault)
	}
	if host, _, err := net.SplitHostPort(addr); err != nil || host != "localhost" && !net.ParseIP(host).IsLoopback() {
		return wrong("--addr phải là địa chỉ của chính máy này, có cổng, ví dụ 127.0.0.1:8443 (đang ghi %q)", addr)
	}
	dir, err := c.dir()
	if err != nil {
		return err
	}
	var seal []byte
	if err := c.withKeys(func(src office.Sources) (err error) {
		seal, err = office.SandboxSeal(c.ctx, dir, src, c.Now)
		return err
	}); err != nil {
		return err
	}
	o := office.SandboxOptions(dir, seal, c.Now)
	o.Faults = fault
	if ca != "" {
		roots, err := readFile(ca)
		if err != nil {
			return err
		}
		if o.Checks, err = office.GatewayChecksBy(c.ctx, c.Now, roots); err != nil {
			return err
		}
	}
	box, err := sandbox.New(o)
	if err != nil {
		return err
	}
	url, _, err := box.Start(addr)
	var listen *net.OpError
	if errors.As(err, &listen) && listen.Op == "listen" {
		err = refusal("Không mở được cổng ở " + addr + ": số cổng này đang có chương trình khác dùng. Chọn số khác bằng --addr.")
	}
	if err != nil {
		return errors.Join(err, box.Close())
	}
	if err := c.answer(map[string]any{"url": url, "ca": sandbox.CAPath(filepath.Join(dir, office.SandboxDir))}, func(w io.Writer) {
		fmt.Fprintf(w, "Cổng thực hành: %s\nSổ của cổng: %s\nDừng bằng Ctrl+C.\n", url, filepath.Join(dir, office.SandboxDir))
	}); err != nil {
		return errors.Join(err, box.Close())
	}
	<-c.ctx.Done()
	return box.Close()
}
