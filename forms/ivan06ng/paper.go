package ivan06ng

import (
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
)

func paper() form.Paper {
	line := ivan.Dong
	body := append(Cot.DonVi(),
		line(form.T("Chúng tôi đăng ký với bảo hiểm xã hội Việt Nam để được ngừng sử dụng dịch vụ I-VAN của tổ chức I-VAN đã đăng ký sau:")),
		line(form.T("- Tên tổ chức I-VAN: "), form.I("(ghi rõ tên đầy đủ tổ chức) "), form.HeadField(Cot.TenIVAN, 0)),
		line(form.T("- Thời gian ngừng từ ngày "), form.HeadField(NgayNgung, 0)),
		line(form.T("- Lý do ngừng: "), form.HeadField(LyDoNgung, 0)),
		line(form.T("Chúng tôi cam kết chịu trách nhiệm hoàn toàn trước pháp luật về tính chính xác, trung thực của nội dung nêu trên./.")),
	)
	return form.Paper{
		Version: "08/2015", Basis: ivan.QD08 + "; lời theo tệp trình bày, chưa đối chiếu bản chính thức", From: khung.Ngay(ivan.NgayQD08),
		Parts: append(Cot.Top("06/NG-IVAN", "Đăng ký ngừng sử dụng dịch vụ I-VAN"), form.Lines{Lines: body}, ivan.Ky()),
	}
}
