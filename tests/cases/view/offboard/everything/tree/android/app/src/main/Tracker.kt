import com.mixpanel.android.mpmetrics.MixpanelAPI

val api = MixpanelAPI.getInstance(context, "token", true)
